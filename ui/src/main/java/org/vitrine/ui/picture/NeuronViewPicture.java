package org.vitrine.ui.picture;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Percent;

/**
 * One query's arithmetic in one head, as in BertViz' expanded neuron view, from left to right: the query q; for each key k,
 * the product q×k neuron by neuron, its sum, the score and the weight (softmax of the scores), and the value v. Below the
 * values stands what the head brings back and what it writes, which BertViz does not show. Keys that the query must not
 * look at are left out.
 */
public final class NeuronViewPicture {
    /** Of more keys only those with the greatest weights are shown. */
    static final int MOST_KEYS = 64;

    private static final double BAR = 13;
    private static final double GAP = 8;
    private static final int HINTED = 5;

    private final NeuronView view;
    private final int query;
    private final Optional<NeuronView> before;
    private final List<Integer> keys;
    private final Theme theme;
    private final NeuronColumns columns;
    private final Strip question;
    private final Strip answer;
    private final Strip writing;

    private NeuronViewPicture(NeuronView view, int query, Optional<NeuronView> before, Theme theme) {
        this.view = view;
        this.query = query;
        this.before = before;
        this.keys = keys(view, query);
        this.theme = theme;
        this.columns = new NeuronColumns(view, query, keys, keys.stream().flatMap(this::change).toList(), theme);
        double height = theme.length(BAR);
        this.question = new Strip(columns.number(), height, Strip.USUAL, theme);
        this.answer = new Strip(columns.number(), height, Strip.softness(view.v()), theme);
        this.writing = new Strip(Math.min(columns.number(), columns.width() / view.written().dim(1)), height,
                Strip.softness(view.written().rows(query)), theme);
    }

    /**
     * The picture.
     *
     * @param view one head
     * @param query the place of the query in the view
     */
    public static Picture of(NeuronView view, int query, Subject subject, Theme theme) {
        return of(view, query, Optional.empty(), subject, theme);
    }

    /**
     * The picture, with what an intervention has changed. Where no subject is told, that is in a window, every number has a
     * hint and can be chosen.
     *
     * @param before the same head with the same tokens without the intervention; empty where nobody compares
     */
    public static Picture of(NeuronView view, int query, Optional<NeuronView> before, Subject subject, Theme theme) {
        return new NeuronViewPicture(view, query, before, theme).picture(subject);
    }

    /** How many points of a hundred of its attention the query gives to a key more than without the intervention. */
    private Stream<String> change(int key) {
        return before.map(other -> Wording.points(view.weights().at(query, key) - other.weights().at(query, key)))
                .stream();
    }

    /** The visible keys, if need be only those with the greatest weights, in their order. */
    private static List<Integer> keys(NeuronView view, int query) {
        return IntStream.range(0, view.keys().size()).filter(key -> view.visible(query, key)).boxed()
                .sorted(Comparator.comparingDouble(key -> -view.weights().at(query, key))).limit(MOST_KEYS).sorted()
                .toList();
    }

    private Picture picture(Subject subject) {
        AttentionToken asking = view.queries().get(query);
        Sketch body = subject.told() ? body() : new NeuronCells(view, query, keys, columns, theme).on(body());
        Sheet sheet = new Sheet(body, theme).legend(question.legend("q, k, q×k")).legend(answer.legend("v, result"))
                .legend(writing.legend("written"));
        notes(sheet);
        return sheet.picture(subject, "how " + Chip.of(asking.token()) + " at position " + asking.position()
                + " looks, " + view.kind() + " attention, layer " + view.layer() + ", head " + view.head());
    }

    private void notes(Sheet sheet) {
        if (keys.isEmpty()) {
            sheet.note("There is nothing to show: no token is left that this one may look at.");
            return;
        }
        sheet.note(
                "q·k is the sum of q×k; score is q·k scaled; weight is the softmax of the scores; result is the sum of "
                        + "the values, each times its weight; written is result through the output projection.");
        if (before.isPresent()) {
            sheet.note(
                    "All numbers are those after the intervention; change is the weight less the weight without it, in "
                            + "points of 100.");
        }
        long visible = IntStream.range(0, view.keys().size()).filter(key -> view.visible(query, key)).count();
        if (visible > keys.size()) {
            sheet.note("Of " + visible + " keys the " + keys.size() + " with the greatest weights are shown.");
        }
        if (visible < view.keys().size()) {
            sheet.note("Tokens that it must not look at are left out: " + (view.keys().size() - visible) + ".");
        }
    }

    private Sketch body() {
        Sketch body = new Sketch();
        columns.paintTitles(body);
        Marks strips = new Marks();
        Tensor products = view.product(query);
        question.draw(strips, view.q().rows(query), columns.q(), columns.row(0).centreY());
        for (int i = 0; i < keys.size(); i++) {
            int key = keys.get(i);
            double y = columns.row(i).centreY();
            question.draw(strips, view.k().rows(key), columns.k(), y);
            question.draw(strips, products.rows(key), columns.product(), y);
            answer.draw(strips, view.v().rows(key), columns.v(), y);
        }
        Box below = columns.below();
        answer.draw(strips, view.result().rows(query), columns.v(), below.centreY());
        writing.draw(strips, view.written().rows(query), 0, columns.writtenY());
        strips.paint(body);
        columns.paintTokens(body);
        for (int i = 0; i < keys.size(); i++) {
            numbers(body, i);
        }
        result(body, below);
        return body;
    }

    private void numbers(Sketch body, int i) {
        int key = keys.get(i);
        TextStyle small = theme.small().aligned(Align.RIGHT).coloured(theme.ink());
        Box row = columns.row(i);
        double base = small.baseLine(row.centreY());
        float weight = view.weights().at(query, key);
        body.text(columns.dots().get(i), columns.dotRight(), base, small);
        body.text(columns.scores().get(i), columns.scoreRight(), base, small);
        Box bar = columns.bar(i);
        body.rectangle(bar, theme.faint().withOpacity(0.15));
        body.rectangle(new Box(bar.x(), bar.y(), bar.width() * weight, bar.height()), theme.positive());
        body.text(Percent.of(weight), columns.weightRight(), base, small);
        if (before.isPresent()) {
            String change = columns.changes().get(i);
            body.text(change, columns.changeRight(), base, change.equals("0") ? theme.small().aligned(Align.RIGHT)
                    : small.coloured(change.startsWith("+") ? theme.positive() : theme.negative()));
        }
        body.hint(row, hint(key));
    }

    /** Below the values what the head brings back, below all what it writes. */
    private void result(Sketch body, Box below) {
        TextStyle small = theme.small();
        Tensor result = view.result().rows(query);
        Tensor written = view.written().rows(query);
        body.line(new Line(columns.v(), below.y(), columns.width(), below.y()), theme.ink(), theme.length(1));
        body.text("result, norm " + norm(result), columns.v() - theme.length(GAP), small.baseLine(below.centreY()),
                small.aligned(Align.RIGHT));
        body.text("written to the stream: " + written.size() + " numbers, norm " + norm(written), 0,
                small.baseLine(below.y() + 1.7 * below.height()), small);
    }

    /** The Euclidean norm. */
    private static String norm(Tensor vector) {
        double sum = 0;
        for (float value : vector.data()) {
            sum += (double) value * value;
        }
        return Figure.of((float) Math.sqrt(sum));
    }

    /** The neurons that matter most for a key. */
    private String hint(int key) {
        StringBuilder hint = new StringBuilder(Wording.name(view.queries().get(query))).append(" looks at ")
                .append(Wording.name(view.keys().get(key))).append(' ')
                .append(Percent.of(view.weights().at(query, key)));
        view.terms(query, key).stream().limit(HINTED)
                .forEach(term -> hint.append("\nneuron ").append(term.neuron()).append(": ").append(Figure.of(term.q()))
                        .append(" × ").append(Figure.of(term.k())).append(" = ").append(Figure.of(term.product())));
        return hint.toString();
    }
}
