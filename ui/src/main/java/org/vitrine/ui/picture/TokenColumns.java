package org.vitrine.ui.picture;

import java.util.List;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;

/**
 * Two columns of tokens with room for lines between them. Long texts get low rows with small letters, to be read enlarged;
 * their positions are then numbered by tens.
 */
final class TokenColumns {
    /** Rows shrink where the columns would otherwise become higher. */
    private static final double WANTED_HEIGHT = 1400;
    private static final double HIGHEST_ROW = 20;
    private static final double LOWEST_ROW = 6.5;
    /** The size of letters, in parts of a row. */
    private static final double LETTERS = 0.68;
    private static final double LEAST_BETWEEN = 260;
    private static final double MOST_BETWEEN = 420;
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
    private final double queryLeft;
    private final double queryRight;
    private final double keyLeft;
    private final double keyRight;
    private final double right;

    TokenColumns(List<AttentionToken> queries, List<AttentionToken> keys, Theme theme) {
        this.theme = theme;
        this.queries = queries;
        this.keys = keys;
        int count = Math.max(1, Math.max(queries.size(), keys.size()));
        this.row = theme.length(Math.clamp(WANTED_HEIGHT / count, LOWEST_ROW, HIGHEST_ROW));
        this.letters = new TextStyle(Math.min(theme.text().size(), row * LETTERS), theme.ink(), false, Align.LEFT);
        this.numbers = new TextStyle(Math.min(theme.small().size(), row * LETTERS), theme.faint(), false, Align.RIGHT);
        this.queryLeft = numberWidth(queries);
        this.queryRight = queryLeft + chipWidth(queries);
        this.keyLeft = queryRight
                + Math.clamp(count * row / 3, theme.length(LEAST_BETWEEN), theme.length(MOST_BETWEEN));
        this.keyRight = keyLeft + chipWidth(keys);
        this.right = keyRight + numberWidth(keys);
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
    Line line(ShownLinks.Link link, int heads) {
        double aside = SPREAD * row * ((link.row() + 0.5) / heads - 0.5);
        return new Line(queryRight, (link.query() + 0.5) * row + aside, keyLeft, (link.key() + 0.5) * row + aside);
    }

    /** A query's place: number and token. */
    Box query(int place) {
        return new Box(0, place * row, queryRight, row);
    }

    /** A key's place: token and number. */
    Box key(int place) {
        return new Box(keyLeft, place * row, right - keyLeft, row);
    }

    /**
     * Writes the tokens.
     *
     * @param chosen the query that is outlined while the others stand back, or {@link HeadViewPicture.Show#ALL}
     */
    void paint(Sketch sketch, int chosen) {
        paint(sketch, chosen, HeadViewPicture.Show.ALL);
    }

    /**
     * Writes the tokens.
     *
     * @param key the key that is outlined
     */
    void paint(Sketch sketch, int chosen, int key) {
        boolean all = chosen == HeadViewPicture.Show.ALL;
        for (int place = 0; place < queries.size(); place++) {
            Box box = new Box(queryLeft, place * row, queryRight - queryLeft, row);
            number(sketch, queries.get(place), queryLeft, box);
            TokenChip chip = chip(queries.get(place), letters.aligned(Align.RIGHT)
                    .coloured(all || place == chosen ? theme.ink() : theme.faint()));
            chip.paint(sketch, box);
            if (place == chosen) {
                sketch.outline(new Box(queryRight - chip.width(), box.y(), chip.width(), row), theme.ink(),
                        Math.min(theme.length(1.5), row / 8));
            }
        }
        for (int place = 0; place < keys.size(); place++) {
            Box box = new Box(keyLeft, place * row, keyRight - keyLeft, row);
            chip(keys.get(place), letters).paint(sketch, box);
            number(sketch, keys.get(place), right, box);
        }
    }

    private void number(Sketch sketch, AttentionToken token, double end, Box box) {
        if (row >= theme.length(HIGHEST_ROW) / 2 || token.position() % TENS == 0) {
            sketch.text(Integer.toString(token.position()), end, numbers.baseLine(box.centreY()), numbers);
        }
    }

    private static TokenChip chip(AttentionToken token, TextStyle style) {
        return new TokenChip(token.token(), style);
    }

    private double chipWidth(List<AttentionToken> tokens) {
        return tokens.stream().mapToDouble(token -> chip(token, letters).width()).max().orElse(0);
    }

    private double numberWidth(List<AttentionToken> tokens) {
        return tokens.stream().mapToDouble(token -> numbers.width(Integer.toString(token.position()))).max().orElse(0);
    }
}
