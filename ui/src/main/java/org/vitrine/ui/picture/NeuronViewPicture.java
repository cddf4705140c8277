package org.vitrine.ui.picture;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Percent;

/**
 * One query's arithmetic in one head, as in BertViz' expanded neuron view, from left to right: the query q; for each key k,
 * the product q×k neuron by neuron, its sum, the score and the weight (softmax of the scores), and the value v. Below the
 * values stands what the head brings back and what it writes, which BertViz does not show. Keys that the query must not
 * look at are left out.
 */
public final class NeuronViewPicture implements Picture {
    /** Of more keys only those with the greatest weights are shown. */
    static final int MOST_KEYS = 64;

    /** BertViz' softness of q, k and their product. */
    private static final double SOFT = 4;
    private static final double ROW = 20;
    private static final double BAR = 13;
    private static final int HINTED = 5;
    private static final int MOST_COLUMNS = 20;

    private final Theme theme;
    private final NeuronView view;
    private final int query;
    private final List<Integer> keys;
    private final NeuronColumns columns;
    private final Strip questions;
    private final Strip answers;
    private final Strip writing;
    private final Sheet sheet;

    /**
     * @param view one head
     * @param query the place of the query in the view
     * @param about the model and the text, in a line
     */
    public NeuronViewPicture(NeuronView view, int query, String about, Theme theme) {
        this.theme = theme;
        this.view = view;
        this.query = query;
        this.keys = keys(view, query);
        this.columns = new NeuronColumns(view, query, keys, theme);
        double height = theme.length(BAR);
        this.questions = new Strip(columns.number(), height, SOFT, theme);
        this.answers = new Strip(columns.number(), height, softness(view.v()), theme);
        double width = columns.width();
        this.writing = new Strip(Math.min(columns.number(), width / view.written().dim(1)), height,
                softness(view.written().rows(query)), theme);
        this.sheet = new Sheet(theme, new Sheet.Words(heading(), about, notes()), key(), width,
                columns.height(keys.size()) + theme.length(3.3 * ROW));
    }

    /** The visible keys, if need be only those with the greatest weights, in their order. */
    private static List<Integer> keys(NeuronView view, int query) {
        return IntStream.range(0, view.keys().size()).filter(key -> view.visible(query, key)).boxed()
                .sorted(Comparator.comparingDouble(key -> -view.weights().at(query, key))).limit(MOST_KEYS).sorted()
                .toList();
    }

    /** About half the greatest number, a round one, so that the greatest is strong and a tenth of it can still be seen. */
    private static double softness(Tensor tensor) {
        double greatest = 0;
        for (float value : tensor.data()) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        if (!(greatest > 0)) {
            return 1;
        }
        double ten = Math.pow(10, Math.floor(Math.log10(greatest / 2)));
        double digit = greatest / 2 / ten;
        return ten * (digit < 2 ? 1 : digit < 4 ? 2 : 4);
    }

    private String heading() {
        AttentionToken asking = view.queries().get(query);
        return "How " + Label.of(asking, MOST_COLUMNS).text() + " at position " + asking.position() + " looks: " + view.kind() + " attention, layer "
                + view.layer() + ", head " + view.head();
    }

    private Key key() {
        return Key.of(questions.row("q, k, q×k"), answers.row("v, result"), writing.row("written"));
    }

    private List<String> notes() {
        int hidden = (int) IntStream.range(0, view.keys().size()).filter(key -> !view.visible(query, key)).count();
        int visible = view.keys().size() - hidden;
        if (keys.isEmpty()) {
            return List.of("There is nothing to show: no token is left that this one may look at.");
        }
        String meaning = "q·k is the sum of q×k; score is q·k scaled; weight is the softmax of the scores; "
                + "result is the values' sum, each times its weight; written is result through the output projection.";
        String left = keys.size() < visible ? "The " + keys.size() + " keys of " + visible
                + " with the greatest weights are shown. " : "";
        String future = hidden > 0 ? "The " + hidden + " tokens after it are hidden from it." : "";
        return left.isEmpty() && future.isEmpty() ? List.of(meaning) : List.of(meaning, (left + future).strip());
    }

    @Override
    public String title() {
        return sheet.title();
    }

    @Override
    public double width() {
        return sheet.width();
    }

    @Override
    public double height() {
        return sheet.height();
    }

    @Override
    public void paint(Surface surface) {
        sheet.paint(surface);
        Box body = sheet.body();
        columns.paintTitles(surface, body);
        Marks marks = new Marks();
        float[] products = view.product(query).data();
        int width = view.q().dim(1);
        questions.draw(marks, view.q().rows(query).data(), columns.q(body), columns.stripTop(body, 0, questions));
        for (int i = 0; i < keys.size(); i++) {
            int key = keys.get(i);
            double y = columns.stripTop(body, i, questions);
            float[] product = new float[width];
            System.arraycopy(products, key * width, product, 0, width);
            questions.draw(marks, view.k().rows(key).data(), columns.k(body), y);
            questions.draw(marks, product, columns.product(body), y);
            answers.draw(marks, view.v().rows(key).data(), columns.v(body), y);
        }
        drawResult(marks, body);
        marks.paint(surface);
        columns.paintTokens(surface, body);
        for (int i = 0; i < keys.size(); i++) {
            paintNumbers(surface, body, i);
        }
        paintResult(surface, body);
    }

    /** What the head brings back below the values of which it is made; below all what it writes. */
    private void drawResult(Marks marks, Box body) {
        Box row = columns.row(body, keys.size());
        answers.draw(marks, view.result().rows(query).data(), columns.v(body),
                columns.stripTop(body, keys.size(), answers));
        writing.draw(marks, view.written().rows(query).data(), body.x(), row.y() + 2.5 * row.height());
    }

    private void paintResult(Surface surface, Box body) {
        Box row = columns.row(body, keys.size());
        TextStyle small = theme.small();
        surface.line(new Line(columns.v(body), row.y(), row.right(), row.y()), theme.ink(), theme.length(1));
        surface.text("result, norm " + norm(view.result().rows(query)), columns.v(body) - theme.length(8),
                small.baseLine(row.centreY()), small.aligned(Align.RIGHT));
        surface.text("written to the stream, " + view.written().dim(1) + " numbers, norm "
                + norm(view.written().rows(query)), body.x(), small.baseLine(row.y() + 2 * row.height()), small);
    }

    private static String norm(Tensor vector) {
        double sum = 0;
        for (float value : vector.data()) {
            sum += (double) value * value;
        }
        return Figure.of((float) Math.sqrt(sum));
    }

    private void paintNumbers(Surface surface, Box body, int i) {
        int key = keys.get(i);
        TextStyle small = theme.small().aligned(Align.RIGHT).coloured(theme.ink());
        Box row = columns.row(body, i);
        double base = small.baseLine(row.centreY());
        float score = view.scores().at(query, key);
        float weight = view.weights().at(query, key);
        surface.text(Figure.of((float) view.dot(query, key)), columns.dotRight(body), base, small);
        surface.text(Figure.of(score), columns.scoreRight(body), base, small);
        Box bar = columns.bar(body, i);
        surface.rectangle(bar, theme.faint().withOpacity(0.15));
        surface.rectangle(new Box(bar.x(), bar.y(), bar.width() * weight, bar.height()), theme.positive());
        surface.text(Percent.of(weight), columns.weightRight(body), base, small);
        surface.hint(row, hint(key));
    }

    private String hint(int key) {
        StringBuilder hint = new StringBuilder(Label.name(view.queries().get(query))).append(" looks at ")
                .append(Label.name(view.keys().get(key))).append(": ")
                .append(Percent.of(view.weights().at(query, key)));
        view.terms(query, key).stream().limit(HINTED)
                .forEach(term -> hint.append("\nneuron ").append(term.neuron()).append(": ").append(Figure.of(term.q()))
                        .append(" × ").append(Figure.of(term.k())).append(" = ").append(Figure.of(term.product())));
        return hint.toString();
    }
}
