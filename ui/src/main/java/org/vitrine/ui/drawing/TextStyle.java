package org.vitrine.ui.drawing;

import org.vitrine.ui.terminal.TextWidth;

/**
 * How a text is written: always in a monospaced face, so that its width is known before it is drawn.
 *
 * @param size the height of the face, in points
 * @param align which part of the text stands at the given x
 */
public record TextStyle(double size, Colour colour, boolean bold, Align align) {
    /** The width of one column of a monospaced face, in parts of its size. */
    public static final double COLUMN = 0.602;
    /** How far letters reach above and below the base line, and how high capital letters are, in parts of the size. */
    private static final double ASCENT = 0.93;
    private static final double DESCENT = 0.24;
    private static final double CAPITAL = 0.73;

    /** Which part of the text stands at the given x. */
    public enum Align {
        /** The x is where the text begins. */
        LEFT,
        /** The x is in its middle. */
        CENTRE,
        /** The x is where it ends. */
        RIGHT
    }

    /** How wide a text is, in points. */
    public double width(String text) {
        return TextWidth.of(text) * COLUMN * size;
    }

    /** Where a text lies that is written with this x and base line. */
    public Box box(String text, double x, double baseLine) {
        double width = width(text);
        double left = switch (align) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        return new Box(left, baseLine - ASCENT * size, width, (ASCENT + DESCENT) * size);
    }

    /** The base line of a text that stands in the middle of that height. */
    public double baseLine(double centreY) {
        return centreY + CAPITAL / 2 * size;
    }

    /** The same style with another part of the text at the given x. */
    public TextStyle aligned(Align other) {
        return new TextStyle(size, colour, bold, other);
    }

    /** The same style in another colour. */
    public TextStyle coloured(Colour other) {
        return new TextStyle(size, other, bold, align);
    }
}
