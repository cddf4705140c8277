package org.vitrine.ui.picture;

import java.util.List;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;

/** Where the columns of the neuron view are, from left to right, their titles, and the tokens. */
final class NeuronColumns {
    private static final double ROW = 20;
    private static final double HEADER = 36;
    private static final double GAP = 18;
    private static final double STRIP = 200;
    private static final double STRIP_BESIDE_CHANGES = 178;
    private static final double NARROWEST = 2;
    private static final double WIDEST = 9;
    private static final double FIGURE = 52;
    private static final double BAR = 56;
    private static final double PERCENT = 74;
    /** The size of the neurons' numbers, in parts of that of other labels. */
    private static final double TINY = 0.8;

    private final Theme theme;
    private final AttentionToken asking;
    private final List<AttentionToken> keys;
    private final List<String> dots;
    private final List<String> scores;
    private final List<String> changes;
    private final int neurons;
    private final double number;
    private final double q;
    private final double label;
    private final double k;
    private final double product;
    private final double dot;
    private final double score;
    private final double change;
    private final double v;

    /**
     * @param query the place of the query in the view
     * @param keys the places of the keys that are shown
     * @param changes how much the weight of each has changed, in words; empty where nobody compares
     */
    NeuronColumns(NeuronView view, int query, List<Integer> keys, List<String> changes, Theme theme) {
        this.theme = theme;
        this.asking = view.queries().get(query);
        this.keys = keys.stream().map(view.keys()::get).toList();
        this.dots = figures(keys.stream().map(key -> view.dot(query, key)).toList());
        this.scores = figures(keys.stream().map(key -> (double) view.scores().at(query, key)).toList());
        this.changes = changes;
        this.neurons = view.q().dim(1);
        double room = changes.isEmpty() ? STRIP : STRIP_BESIDE_CHANGES;
        this.number = theme.length(Math.clamp(room / neurons, NARROWEST, WIDEST));
        double strip = neurons * number;
        this.q = chip(asking).width();
        this.label = q + strip + theme.length(GAP);
        this.k = label + this.keys.stream().mapToDouble(key -> chip(key).width()).max().orElse(0);
        this.product = k + strip + theme.length(GAP);
        this.dot = product + strip + theme.length(GAP) + figureWidth(dots);
        this.score = dot + theme.length(GAP) + figureWidth(scores);
        this.change = weightRight() + (changes.isEmpty() ? 0 : theme.length(GAP) + figureWidth(changes));
        this.v = change + theme.length(GAP);
    }

    private TokenChip chip(AttentionToken token) {
        return new TokenChip(token.token(), theme.text().aligned(Align.RIGHT));
    }

    /** The width of one neuron. */
    double number() {
        return number;
    }

    double width() {
        return v + neurons * number;
    }

    private static List<String> figures(List<Double> numbers) {
        double greatest = numbers.stream().mapToDouble(Math::abs).max().orElse(0);
        return numbers.stream().map(number -> Wording.figure(number, greatest)).toList();
    }

    private double figureWidth(List<String> figures) {
        return figures.stream().mapToDouble(theme.small()::width).reduce(theme.length(FIGURE), Math::max);
    }

    /** q·k of each key that is shown. */
    List<String> dots() {
        return dots;
    }

    /** The same, scaled. */
    List<String> scores() {
        return scores;
    }

    /** How much the weight of each key has changed; empty where nobody compares. */
    List<String> changes() {
        return changes;
    }

    /** A key's row; the first is the query's, too. */
    Box row(int row) {
        return new Box(0, theme.length(HEADER + row * ROW), width(), theme.length(ROW));
    }

    /** The row below the last key: the head's result. */
    Box below() {
        return row(Math.max(1, keys.size()));
    }

    /** The middle of what the head writes, below all else. */
    double writtenY() {
        return below().y() + 2.5 * below().height();
    }

    /** Where the query's numbers begin. */
    double q() {
        return q;
    }

    double k() {
        return k;
    }

    double product() {
        return product;
    }

    double v() {
        return v;
    }

    /** Where the figures of q·k end. */
    double dotRight() {
        return dot;
    }

    double scoreRight() {
        return score;
    }

    /** A bar for a weight of 1. */
    Box bar(int row) {
        Box box = row(row);
        return new Box(scoreRight() + theme.length(GAP), box.y() + box.height() / 4, theme.length(BAR),
                box.height() / 2);
    }

    double weightRight() {
        return scoreRight() + theme.length(GAP + BAR + PERCENT);
    }

    double changeRight() {
        return change;
    }

    /** The token that asks. */
    Box query() {
        return new Box(0, row(0).y(), q, row(0).height());
    }

    /** A key's token. */
    Box key(int row) {
        return new Box(label, row(row).y(), k - label, row(row).height());
    }

    void paintTokens(Sketch sketch) {
        chip(asking).paint(sketch, query());
        for (int row = 0; row < keys.size(); row++) {
            chip(keys.get(row)).paint(sketch, key(row));
        }
    }

    void paintTitles(Sketch sketch) {
        paintVector(sketch, "q", q);
        paintVector(sketch, "k", k);
        paintVector(sketch, "q×k", product);
        paintVector(sketch, "v", v);
        paintFigure(sketch, "q·k", dotRight());
        paintFigure(sketch, "score", scoreRight());
        paintFigure(sketch, "weight", weightRight());
        if (!changes.isEmpty()) {
            paintFigure(sketch, "change", changeRight());
        }
    }

    private void paintFigure(Sketch sketch, String title, double end) {
        sketch.text(title, end, titleBase(), theme.small().coloured(theme.ink()).aligned(Align.RIGHT));
    }

    /** A title, and the number of every fourth of the neurons. */
    private void paintVector(Sketch sketch, String title, double left) {
        sketch.text(title, left, titleBase(), theme.small().coloured(theme.ink()));
        TextStyle tiny = new TextStyle(theme.small().size() * TINY, theme.faint(), false, Align.LEFT);
        int step = Math.max(1, neurons / 4);
        for (int neuron = 0; neuron + step <= neurons; neuron += step) {
            sketch.text(Integer.toString(neuron), left + neuron * number, tiny.baseLine(theme.length(HEADER * 0.75)),
                    tiny);
        }
    }

    private double titleBase() {
        return theme.small().baseLine(theme.length(HEADER / 4));
    }
}
