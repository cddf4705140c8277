package org.vitrine.ui.picture;

import java.util.List;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.neurons.NeuronActivation;
import org.vitrine.explain.neurons.TopNeurons;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.NeuronSpot;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;

/** Which neurons fire most at one token: a bar for each, blue above 0, orange below, with its number. */
public final class TopNeuronsPicture {
    private static final double ROW = 20;
    private static final double BARS = 360;
    /** Where something else stands beside them. */
    private static final double SHORT_BARS = 200;
    private static final double GAP = 10;
    /** The height of a bar, in parts of a row. */
    private static final double BAR = 0.7;

    private final TopNeurons top;
    private final Theme theme;
    private final double least;
    private final double most;
    private final double left;
    private final double bars;

    private TopNeuronsPicture(TopNeurons top, double bars, Theme theme) {
        this.bars = theme.length(bars);
        this.top = top;
        this.theme = theme;
        double min = 0;
        double max = 0;
        double label = 0;
        for (NeuronActivation neuron : top.neurons()) {
            min = Math.min(min, neuron.activation());
            max = Math.max(max, neuron.activation());
            label = Math.max(label, theme.text().width(name(neuron)));
        }
        this.least = min;
        this.most = max;
        this.left = label + theme.length(GAP);
    }

    /**
     * The picture.
     *
     * @param token the one in question
     */
    public static Picture of(TopNeurons top, AttentionToken token, Subject subject, Theme theme) {
        TopNeuronsPicture picture = new TopNeuronsPicture(top, BARS, theme);
        return new Sheet(picture.body(), theme)
                .note(top.neurons().isEmpty() ? "There is nothing to show: no neuron was asked for."
                        : "Activation, after the activation function; layer and neuron are counted from 0.")
                .picture(subject, "which neurons of the " + top.stack() + " fire most at " + Chip.of(token.token())
                        + ", position " + token.position());
    }

    /** The bars alone, short ones. */
    static Sketch body(TopNeurons top, Theme theme) {
        return new TopNeuronsPicture(top, SHORT_BARS, theme).body();
    }

    private static String name(NeuronActivation neuron) {
        return "layer " + neuron.layer() + " neuron " + neuron.neuron();
    }

    private Sketch body() {
        Sketch body = new Sketch();
        TextStyle text = theme.text();
        List<NeuronActivation> neurons = top.neurons();
        for (int i = 0; i < neurons.size(); i++) {
            NeuronActivation neuron = neurons.get(i);
            Box row = new Box(0, i * theme.length(ROW), left + bars, theme.length(ROW));
            double end = place(neuron.activation());
            double start = Math.min(end, place(0));
            double base = text.baseLine(row.centreY());
            body.text(name(neuron), left - theme.length(GAP), base, text.aligned(Align.RIGHT));
            body.rectangle(new Box(start, row.centreY() - BAR * row.height() / 2, Math.abs(end - place(0)),
                    BAR * row.height()), neuron.activation() < 0 ? theme.negative() : theme.positive());
            body.text(Figure.of(neuron.activation()), row.right() + theme.length(GAP), base, text);
            body.hint(row, name(neuron) + ": " + neuron.activation());
            body.spot(row, new NeuronSpot(top.stack(), neuron.layer(), neuron.neuron()));
        }
        if (!neurons.isEmpty()) {
            axis(body, neurons.size() * theme.length(ROW));
        }
        return body;
    }

    /** The scale below the bars: 0 and, where it is far enough away, either end. */
    private void axis(Sketch body, double bottom) {
        body.line(new Line(place(0), 0, place(0), bottom), theme.faint(), theme.length(0.5));
        tick(body, 0, bottom);
        for (double end : new double[]{least, most}) {
            if (Math.abs(place(end) - place(0)) > theme.small().width(Figure.of((float) end))) {
                tick(body, end, bottom);
            }
        }
    }

    private void tick(Sketch body, double activation, double bottom) {
        TextStyle small = theme.small().aligned(Align.CENTRE);
        double x = place(activation);
        body.line(new Line(x, bottom, x, bottom + theme.length(GAP / 2)), theme.faint(), theme.length(1));
        body.text(activation == 0 ? "0" : Figure.of((float) activation), x,
                bottom + theme.length(GAP / 2) + small.size(), small);
    }

    /** Where a bar of this activation ends. */
    private double place(double activation) {
        return most > least ? left + (activation - least) / (most - least) * bars : left;
    }
}
