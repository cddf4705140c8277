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

    /** Which part of the text stands at the given x. */
    public enum Align {
        LEFT, CENTRE, RIGHT
    }

    /** How wide a text is, in points. */
    public double width(String text) {
        return TextWidth.of(text) * COLUMN * size;
    }

    public TextStyle aligned(Align other) {
        return new TextStyle(size, colour, bold, other);
    }

    public TextStyle coloured(Colour other) {
        return new TextStyle(size, other, bold, align);
    }
}
