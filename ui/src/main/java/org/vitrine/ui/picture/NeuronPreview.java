package org.vitrine.ui.picture;

import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Percent;

/**
 * One query's arithmetic in short, in rows beside the keys: q×k, its sum, the score and the weight.
 *
 * @param query the place of the query in the view; {@link HeadViewPicture.Show#ALL} for none
 * @param columns whose rows are used
 */
record NeuronPreview(NeuronView view, int query, TokenColumns columns, Theme theme) {
    private static final double STRIP = 160;
    private static final double FIGURE = 62;
    private static final double BAR = 44;
    private static final double PERCENT = 82;
    private static final double GAP = 10;
    /** The height of a strip, in parts of a row. */
    private static final double HEIGHT = 0.65;

    /** What q×k is drawn with. */
    static Strip strip(TokenColumns columns, NeuronView view, Theme theme) {
        return new Strip(theme.length(STRIP) / Math.max(1, view.q().dim(1)),
                HEIGHT * columns.query(0).height(), Strip.USUAL, theme);
    }

    private double dotRight() {
        return theme.length(STRIP + GAP + FIGURE);
    }

    private double scoreRight() {
        return dotRight() + theme.length(FIGURE);
    }

    private double weightRight() {
        return scoreRight() + theme.length(GAP + BAR + PERCENT);
    }

    /** The titles of the columns, which begin at a place. */
    void titles(Sketch sketch, double left) {
        sketch.reserve(new Box(0, 0, left + weightRight(), 0));
        if (query == HeadViewPicture.Show.ALL) {
            return;
        }
        TextStyle small = theme.small();
        TextStyle right = small.aligned(Align.RIGHT);
        sketch.text(Wording.name(view.queries().get(query)) + ": q×k", left, small.size(), small);
        sketch.text("q·k", left + dotRight(), small.size(), right);
        sketch.text("score", left + scoreRight(), small.size(), right);
        sketch.text("weight", left + weightRight(), small.size(), right);
    }

    /** The numbers, or how to get at them. */
    Sketch rows() {
        Sketch none = placeholder();
        if (query == HeadViewPicture.Show.ALL) {
            return none;
        }
        Sketch rows = new Sketch();
        rows.reserve(new Box(0, 0, none.right(), none.bottom())); // so that nothing moves when a token is pointed at
        Marks strips = new Marks();
        Tensor products = view.product(query);
        List<Integer> keys = IntStream.range(0, view.keys().size()).filter(key -> view.visible(query, key)).boxed()
                .toList();
        Strip strip = strip(columns, view, theme);
        keys.forEach(key -> strip.draw(strips, products.rows(key), 0, columns.key(key).centreY()));
        strips.paint(rows);
        keys.forEach(key -> numbers(rows, key));
        return rows;
    }

    /** What stands there while there is no query. */
    private Sketch placeholder() {
        Sketch words = new Sketch();
        words.reserve(new Box(0, 0, weightRight(), 0));
        words.below(0, PassageSheet.words("No token selected.", theme.text(), weightRight()));
        words.below(theme.length(GAP / 2), PassageSheet.words(
                "Point at a token on the left to see its lines and its arithmetic in short; choose it for every number.",
                theme.small(), weightRight()));
        return words;
    }

    private void numbers(Sketch rows, int key) {
        TextStyle style = columns.letters().aligned(Align.RIGHT);
        Box row = columns.key(key);
        double base = style.baseLine(row.centreY());
        float weight = view.weights().at(query, key);
        rows.text(Wording.figure(view.dot(query, key), greatest()), dotRight(), base, style);
        rows.text(Wording.figure(view.scores().at(query, key), greatest()), scoreRight(), base, style);
        Box bar = new Box(scoreRight() + theme.length(GAP), row.y() + row.height() / 4, theme.length(BAR),
                row.height() / 2);
        rows.rectangle(bar, theme.faint().withOpacity(0.15));
        rows.rectangle(new Box(bar.x(), bar.y(), bar.width() * weight, bar.height()), theme.positive());
        rows.text(Percent.of(weight), weightRight(), base, style);
    }

    /** Of all q·k of the query that are shown, which are larger than the scores. */
    private double greatest() {
        return IntStream.range(0, view.keys().size()).filter(key -> view.visible(query, key))
                .mapToDouble(key -> Math.abs(view.dot(query, key))).max().orElse(0);
    }
}
