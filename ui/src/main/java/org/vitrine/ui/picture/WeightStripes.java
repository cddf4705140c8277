package org.vitrine.ui.picture;

import java.util.Locale;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Percent;

/**
 * What one query gives to each key, or what one key gets from each query: beside the tokens a stripe for each head, as strong as
 * the weight, with the number.
 */
record WeightStripes(LinkWeights weights, TokenColumns columns, Theme theme, Form form) {
    private static final double HUNDRED = 100;
    private static final double NARROWEST = 0.001;
    /** With so many tokens, numbers that are not seen in colour are left out. */
    private static final int LONG = 64;
    private static final int MOST_WIDE = 6;

    /** How the numbers are written. */
    enum Form {
        /** {@code 12.34 %} */
        FULL(" 0.01234 % "),
        /** {@code 12.34} */
        WIDE(" −0.1234 "),
        /** {@code 12.3}, where there are many heads. */
        NARROW("−12.3");

        private final String widest;

        Form(String widest) {
            this.widest = widest;
        }

        /** The one for a window, where there must be room at both sides. */
        static Form beside(AttentionMap map) {
            return map.rows() <= MOST_WIDE ? WIDE : NARROW;
        }
    }

    /** Where a stripe is drawn. */
    private record Place(int row, Box cell) {
    }

    /** How wide the stripes of all heads are. */
    double room() {
        return weights.map().rows() * width();
    }

    private double width() {
        return numbers().width(form.widest);
    }

    private TextStyle numbers() {
        double size = Math.min(theme.small().size(), columns.letters().size());
        return new TextStyle(size, theme.ink(), false, Align.CENTRE);
    }

    /** What a query gives, at the height of the keys. */
    Sketch ofQuery(int query) {
        Sketch stripes = new Sketch();
        int keys = weights.map().keys().size();
        for (int row = 0; row < weights.map().rows(); row++) {
            for (int key = 0; key < keys; key++) {
                paint(stripes, new Place(row, cell(row, columns.key(key))), weights.at(row, query, key), keys);
            }
        }
        titles(stripes, columns.key(keys).y());
        return stripes;
    }

    /** What a key gets, at the height of the queries. */
    Sketch ofKey(int key) {
        Sketch stripes = new Sketch();
        int queries = weights.map().queries().size();
        for (int row = 0; row < weights.map().rows(); row++) {
            for (int query = 0; query < queries; query++) {
                paint(stripes, new Place(row, cell(row, columns.query(query))), weights.at(row, query, key), queries);
            }
        }
        titles(stripes, columns.query(queries).y());
        return stripes;
    }

    private Box cell(int row, Box token) {
        return new Box(row * width(), token.y(), width(), token.height());
    }

    private void paint(Sketch stripes, Place place, float weight, int tokens) {
        double strength = weights.strength(weight);
        if (weight == 0 || tokens > LONG && strength < Marks.FAINTEST) {
            return;
        }
        Colour own = HeadViewPicture.colour(weights.map(), place.row, theme);
        Colour fill = weights.colour(weight, own, theme).withOpacity(strength);
        stripes.rectangle(place.cell, fill);
        stripes.text(label(weight), place.cell.centreX(), numbers().baseLine(place.cell.centreY()),
                numbers().coloured(theme.inkOn(fill)));
    }

    private void titles(Sketch stripes, double top) {
        AttentionMap map = weights.map();
        double line = top + 1.2 * numbers().size();
        for (int row = 0; row < map.rows(); row++) {
            String title = form == Form.NARROW ? Integer.toString(map.head(row)) : "head " + map.head(row);
            stripes.text(map.averaged() ? "average" : title, (row + 0.5) * width(), line,
                    numbers().coloured(theme.faint()));
        }
    }

    private String label(float weight) {
        return switch (form) {
            case FULL -> weights.label(weight);
            case WIDE -> weights.signed() ? LinkWeights.points(weight) : Percent.of(weight).replace(" %", "");
            case NARROW -> narrow(weight);
        };
    }

    /** Three digits. */
    private String narrow(float weight) {
        double size = Math.abs(weight);
        if (size < NARROWEST) {
            return "<0.1";
        }
        String sign = !weights.signed() ? "" : weight < 0 ? "−" : "+";
        String format = size >= 0.9995 ? "%.0f" : size >= 0.1 ? "%.1f" : "%.2f";
        return sign + String.format(Locale.ROOT, format, HUNDRED * size);
    }
}
