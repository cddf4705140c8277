package org.vitrine.ui.picture;

import java.util.List;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;

/**
 * Two columns of tokens with room for lines between them. Long texts get low rows with small letters, to be read enlarged;
 * their positions are then numbered by tens.
 */
final class TokenColumns {
    /** A higher body than that is never wanted; rows shrink instead. */
    private static final double WANTED_HEIGHT = 1400;
    private static final double HIGHEST_ROW = 20;
    private static final double LOWEST_ROW = 6.5;
    /** The size of letters, in parts of a row. */
    private static final double LETTERS = 0.68;
    private static final int MOST_COLUMNS = 20;
    private static final double LEAST_SPREAD = 260;
    private static final double MOST_SPREAD = 420;
    private static final double GAP = 6;
    private static final int TENS = 10;
    /** Which part of a row the lines of all heads take. */
    private static final double SPREAD = 0.6;
    private static final int MOST_LINES = 16;

    private final Theme theme;
    private final List<AttentionToken> queries;
    private final List<AttentionToken> keys;
    private final double row;
    private final TextStyle letters;
    private final TextStyle numbers;

    TokenColumns(List<AttentionToken> queries, List<AttentionToken> keys, Theme theme) {
        this.theme = theme;
        this.queries = queries;
        this.keys = keys;
        int count = Math.max(1, Math.max(queries.size(), keys.size()));
        this.row = theme.length(Math.clamp(WANTED_HEIGHT / count, LOWEST_ROW, HIGHEST_ROW));
        TextStyle text = theme.text();
        this.letters = new TextStyle(Math.min(text.size(), row * LETTERS), text.colour(), false, Align.LEFT);
        this.numbers = new TextStyle(Math.min(theme.small().size(), row * LETTERS), theme.faint(), false, Align.RIGHT);
    }

    double height() {
        return row * Math.max(queries.size(), keys.size());
    }

    double width() {
        return keyLeft() + labelWidth(keys) + gap() + numberWidth(keys);
    }

    double row() {
        return row;
    }

    /** The style of the tokens. */
    TextStyle letters() {
        return letters;
    }

    /** A line's width, less in low rows and where many stand side by side. */
    double thickness(double points, int lines) {
        return Math.min(theme.length(points), row / Math.clamp(lines, MOST_LINES / 2, MOST_LINES));
    }

    /**
     * From a query to a key.
     *
     * @param heads how many lines leave a query side by side
     */
    Line line(Box body, ShownLinks.Link link, int heads) {
        double aside = SPREAD * row * ((link.row() + 0.5) / heads - 0.5);
        return new Line(body.x() + queryRight() + gap(), body.y() + (link.query() + 0.5) * row + aside,
                body.x() + keyLeft() - gap(), body.y() + (link.key() + 0.5) * row + aside);
    }

    Box queryBox(Box body, int place) {
        return new Box(body.x(), body.y() + place * row, queryRight(), row);
    }

    Box keyBox(Box body, int place) {
        return new Box(body.x() + keyLeft(), body.y() + place * row, width() - keyLeft(), row);
    }

    /**
     * Writes the tokens.
     *
     * @param chosen the query that is outlined while the others stand back, or {@link HeadViewPicture#ALL}
     */
    void paint(Surface surface, Box body, int chosen) {
        for (int place = 0; place < queries.size(); place++) {
            double base = letters.baseLine(queryBox(body, place).centreY());
            boolean back = chosen >= 0 && place != chosen;
            AttentionToken token = queries.get(place);
            number(surface, token, body.x() + numberWidth(queries), base);
            Label.of(token, MOST_COLUMNS).paint(surface, body.x() + queryRight(), base,
                    letters.coloured(back ? theme.faint() : theme.ink()).aligned(Align.RIGHT));
        }
        for (int place = 0; place < keys.size(); place++) {
            double base = letters.baseLine(keyBox(body, place).centreY());
            Label.of(keys.get(place), MOST_COLUMNS).paint(surface, body.x() + keyLeft(), base, letters);
            number(surface, keys.get(place), body.x() + width(), base);
        }
        if (chosen >= 0) {
            Box box = queryBox(body, chosen);
            double left = body.x() + queryRight() - Label.of(queries.get(chosen), MOST_COLUMNS).width(letters);
            surface.outline(new Box(left - gap() / 2, box.y(), box.right() - left + gap(), row), theme.ink(),
                    Math.min(theme.length(1.5), row / 8));
        }
    }

    private void number(Surface surface, AttentionToken token, double right, double base) {
        if (row >= theme.length(HIGHEST_ROW) / 2 || token.position() % TENS == 0) {
            surface.text(Integer.toString(token.position()), right, base, numbers);
        }
    }

    private double gap() {
        return theme.length(GAP);
    }

    private double queryRight() {
        return numberWidth(queries) + gap() + labelWidth(queries);
    }

    private double keyLeft() {
        double spread = Math.clamp(height() / 3, theme.length(LEAST_SPREAD), theme.length(MOST_SPREAD));
        return queryRight() + spread;
    }

    private double labelWidth(List<AttentionToken> tokens) {
        return tokens.stream().mapToDouble(token -> Label.of(token, MOST_COLUMNS).width(letters)).max().orElse(0);
    }

    private double numberWidth(List<AttentionToken> tokens) {
        return tokens.stream().mapToDouble(token -> numbers.width(Integer.toString(token.position()))).max().orElse(0);
    }
}
