package org.vitrine.ui.drawing;

import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.TextWidth;

/**
 * A token as every picture shows it: leading spaces as faint dots, nothing invisible, a very long one cut.
 *
 * @param token as people read it, leading space included
 * @param style its alignment says where it stands in a box that is wider than needed
 */
public record TokenChip(String token, TextStyle style) {
    /** A token is shown in full up to so many columns. */
    public static final int LONGEST = 20;
    private static final double MARGIN = 0.4;
    private static final double HEIGHT = 1.6;
    private static final double FAINT = 0.5;

    /** Room for the token, in points. */
    public double width() {
        return Math.min(LONGEST, TextWidth.of(Chip.of(token))) * TextStyle.COLUMN * style.size() + 2 * margin();
    }

    /** Room for the token, in points. */
    public double height() {
        return HEIGHT * style.size();
    }

    private double margin() {
        return MARGIN * style.size();
    }

    /** Paints a box and writes the token into it, in the middle of its height; cuts what does not fit. */
    public void paint(Surface surface, Box box, Colour fill) {
        surface.rectangle(box, fill);
        paint(surface, box);
    }

    /** Writes the token into a box, in the middle of its height; cuts what does not fit. */
    public void paint(Surface surface, Box box) {
        double column = TextStyle.COLUMN * style.size();
        int room = (int) Math.floor((box.width() - 2 * margin()) / column + 1e-6);
        String text = TextWidth.cut(Chip.of(token), room);
        double width = style.width(text);
        double left = switch (style.align()) {
            case LEFT -> box.x() + margin();
            case CENTRE -> box.centreX() - width / 2;
            case RIGHT -> box.right() - margin() - width;
        };
        int dots = Math.min(leadingSpaces(), text.length());
        TextStyle plain = style.aligned(Align.LEFT);
        TextStyle faint = plain.coloured(style.colour().withOpacity(FAINT * style.colour().opacity()));
        double y = style.baseLine(box.centreY());
        surface.text(text.substring(0, dots), left, y, faint);
        surface.text(text.substring(dots), left + dots * column, y, plain);
    }

    private int leadingSpaces() {
        int spaces = 0;
        while (spaces < token.length() && token.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }
}
