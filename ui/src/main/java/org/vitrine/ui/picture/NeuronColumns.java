package org.vitrine.ui.picture;

import java.util.List;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;

/** Where the columns of the neuron view are, from left to right, and their titles. All places are within a body. */
final class NeuronColumns {
    private static final double ROW = 20;
    private static final double HEADER = 36;
    private static final double GAP = 18;
    private static final double NEAR = 6;
    private static final double STRIP = 200;
    private static final double NARROWEST = 2;
    private static final double WIDEST = 9;
    private static final double FIGURE = 58;
    private static final double BAR = 56;
    private static final double PERCENT = 74;
    private static final int MOST_COLUMNS = 16;

    private final Theme theme;
    private final AttentionToken asking;
    private final List<AttentionToken> keys;
    private final int neurons;
    private final double number;
    private final double q;
    private final double label;
    private final double k;
    private final double product;
    private final double dot;
    private final double v;

    /**
     * @param query the place of the query in the view
     * @param keys the places of the keys that are shown
     */
    NeuronColumns(NeuronView view, int query, List<Integer> keys, Theme theme) {
        this.theme = theme;
        this.asking = view.queries().get(query);
        this.keys = keys.stream().map(view.keys()::get).toList();
        this.neurons = view.q().dim(1);
        this.number = theme.length(Math.clamp(STRIP / neurons, NARROWEST, WIDEST));
        this.q = labelWidth(asking) + theme.length(NEAR);
        this.label = q + strip() + theme.length(GAP);
        this.k = label + this.keys.stream().mapToDouble(this::labelWidth).max().orElse(0) + theme.length(NEAR);
        this.product = k + strip() + theme.length(GAP);
        this.dot = product + strip() + theme.length(FIGURE);
        this.v = dot + theme.length(FIGURE + GAP + BAR + PERCENT + GAP);
    }

    private double strip() {
        return neurons * number;
    }

    private double labelWidth(AttentionToken token) {
        return Label.of(token, MOST_COLUMNS).width(theme.text());
    }

    /** The width of one neuron. */
    double number() {
        return number;
    }

    double width() {
        return v + neurons * number;
    }

    double height(int rows) {
        return theme.length(HEADER + Math.max(1, rows) * ROW);
    }

    /** A key's row; the first is the query's, too. */
    Box row(Box body, int row) {
        return new Box(body.x(), body.y() + theme.length(HEADER + row * ROW), width(), theme.length(ROW));
    }

    /** The upper edge of a strip in the middle of a row. */
    double stripTop(Box body, int row, Strip strip) {
        return row(body, row).centreY() - strip.height() / 2;
    }

    double q(Box body) {
        return body.x() + q;
    }

    double k(Box body) {
        return body.x() + k;
    }

    double product(Box body) {
        return body.x() + product;
    }

    double v(Box body) {
        return body.x() + v;
    }

    /** Where the figures of q·k end. */
    double dotRight(Box body) {
        return body.x() + dot;
    }

    double scoreRight(Box body) {
        return dotRight(body) + theme.length(FIGURE);
    }

    /** A bar for the weights, as long as a weight of 1. */
    Box bar(Box body, int row) {
        Box box = row(body, row);
        return new Box(scoreRight(body) + theme.length(GAP), box.y() + box.height() / 4, theme.length(BAR),
                box.height() / 2);
    }

    double weightRight(Box body) {
        return scoreRight(body) + theme.length(GAP + BAR + PERCENT);
    }

    void paintTokens(Surface surface, Box body) {
        TextStyle text = theme.text();
        if (!keys.isEmpty()) {
            Label.of(asking, MOST_COLUMNS).paint(surface, body.x(), text.baseLine(row(body, 0).centreY()), text);
        }
        for (int row = 0; row < keys.size(); row++) {
            Label.of(keys.get(row), MOST_COLUMNS).paint(surface, k(body) - theme.length(NEAR),
                    text.baseLine(row(body, row).centreY()), text.aligned(Align.RIGHT));
        }
    }

    void paintTitles(Surface surface, Box body) {
        double base = theme.small().baseLine(body.y() + theme.length(HEADER) / 4);
        TextStyle title = theme.small().coloured(theme.ink());
        surface.text("q", q(body), base, title);
        surface.text("k", k(body), base, title);
        surface.text("q×k", product(body), base, title);
        surface.text("v", v(body), base, title);
        surface.text("q·k", dotRight(body), base, title.aligned(Align.RIGHT));
        surface.text("score", scoreRight(body), base, title.aligned(Align.RIGHT));
        surface.text("weight", weightRight(body), base, title.aligned(Align.RIGHT));
        paintNeurons(surface, body, q(body));
        paintNeurons(surface, body, k(body));
        paintNeurons(surface, body, product(body));
        paintNeurons(surface, body, v(body));
    }

    /** The numbers of every fourth of the neurons above their strip. */
    private void paintNeurons(Surface surface, Box body, double left) {
        TextStyle small = theme.small();
        TextStyle tiny = new TextStyle(small.size() * 0.8, small.colour(), false, Align.LEFT);
        double base = tiny.baseLine(body.y() + theme.length(HEADER) * 0.75);
        int step = Math.max(1, neurons / 4);
        for (int neuron = 0; neuron + step <= neurons; neuron += step) {
            surface.text(Integer.toString(neuron), left + neuron * number, base, tiny);
        }
    }
}
