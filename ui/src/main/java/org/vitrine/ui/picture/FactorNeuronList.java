package org.vitrine.ui.picture;

import org.vitrine.explain.factors.ActivationFactors;
import org.vitrine.explain.factors.FactorNeuron;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.NeuronSpot;
import org.vitrine.ui.terminal.Percent;

/**
 * The neurons that belong most to a factor, to be chosen.
 *
 * @param alone the factor; {@link ActivationsPicture#ALL} for none, in whose place it is said how to choose one
 */
record FactorNeuronList(ActivationFactors factors, int alone, Theme theme) {
    private static final double LINE = 18;
    private static final int COLUMNS = 6;
    private static final int ROWS = 2;
    private static final double WIDTH = 110;

    /** The same whether there is a factor or not. */
    static double height(Theme theme) {
        return theme.length((ROWS + 1.5) * LINE);
    }

    Sketch sketch() {
        Sketch sketch = new Sketch();
        TextStyle small = theme.small();
        sketch.reserve(new Box(0, 0, theme.length(COLUMNS * WIDTH), height(theme)));
        if (alone == ActivationsPicture.ALL) {
            line(sketch,
                    "All factors. Point at one on the left to see it alone; choose it (click, or Enter) and it stays,",
                    0);
            line(sketch, "with the neurons that belong to it most. Esc, or choosing it again, shows all.", 1);
            return sketch;
        }
        line(sketch,
                "Factor " + alone + " alone. The neurons that belong to it most (layer.neuron, share of the factor):",
                0);
        int i = 0;
        for (FactorNeuron neuron : factors.topNeurons(alone, COLUMNS * ROWS)) {
            Box box = new Box(theme.length(i % COLUMNS * WIDTH), theme.length((1 + i / COLUMNS) * LINE),
                    theme.length(WIDTH), theme.length(LINE));
            sketch.text(neuron.layer() + "." + neuron.neuron(), box.x(), small.baseLine(box.centreY()),
                    small.coloured(theme.ink()));
            sketch.text(Percent.of(neuron.share()),
                    box.x() + small.width(neuron.layer() + "." + neuron.neuron() + " "), small.baseLine(box.centreY()),
                    small);
            sketch.hint(box, "neuron " + neuron.neuron() + " of layer " + neuron.layer() + " is "
                    + Percent.of(neuron.share()) + " of factor " + alone);
            sketch.spot(box, new NeuronSpot(factors.stack(), neuron.layer(), neuron.neuron()));
            i++;
        }
        return sketch;
    }

    private void line(Sketch sketch, String words, int line) {
        sketch.text(words, 0, theme.small().baseLine(theme.length((line + 0.5) * LINE)), theme.small());
    }
}
