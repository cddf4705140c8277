package org.vitrine.ui.picture;

import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.TextWidth;

/**
 * A token as it stands in a picture: its leading space a faint dot, too long a token cut short.
 *
 * @param space the dot of a leading space, or nothing
 * @param word the rest
 */
record Label(String space, String word) {
    private static final Terminal PAPER = new Terminal(Integer.MAX_VALUE, false, true);
    private static final String DOT = "·";
    private static final String CUT = "…";
    /** How well the dot is seen. */
    private static final double FAINT = 0.45;

    /** A token of at most that many columns. */
    static Label of(String token, int columns) {
        String chip = Chip.of(token, PAPER);
        String space = chip.startsWith(DOT) && token.startsWith(" ") ? DOT : "";
        return new Label(space, cut(chip.substring(space.length()), columns - space.length()));
    }

    static Label of(AttentionToken token, int columns) {
        return of(token.token(), columns);
    }

    /** A token with its position, for hints: {@code 4 mat}. */
    static String name(AttentionToken token) {
        return token.position() + " " + of(token, Integer.MAX_VALUE).text();
    }

    /** Both parts. */
    String text() {
        return space + word;
    }

    /** How wide it is, in points. */
    double width(TextStyle style) {
        return style.width(text());
    }

    /** Writes it where the style's alignment says. */
    void paint(Surface surface, double x, double baseLine, TextStyle style) {
        double left = style.box(text(), x, baseLine).x();
        TextStyle plain = style.aligned(Align.LEFT);
        if (!space.isEmpty()) {
            surface.text(space, left, baseLine,
                    plain.coloured(style.colour().withOpacity(style.colour().opacity() * FAINT)));
        }
        surface.text(word, left + plain.width(space), baseLine, plain);
    }

    /** A text in one line of at most that many columns. */
    static String cut(String text, int columns) {
        if (TextWidth.of(text) <= columns) {
            return text;
        }
        int used = TextWidth.of(CUT);
        int end = 0;
        while (end < text.length() && used + TextWidth.of(text.codePointAt(end)) <= columns) {
            used += TextWidth.of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return text.substring(0, end) + CUT;
    }
}
