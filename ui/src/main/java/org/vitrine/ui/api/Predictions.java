package org.vitrine.ui.api;

import org.vitrine.explain.LayerPredictions;
import org.vitrine.explain.Lens;
import org.vitrine.ui.answer.Choice;
import org.vitrine.ui.answer.PredictionsAnswer;
import org.vitrine.ui.answer.PredictionsQuestion;

/**
 * What each layer would say at one place. Without settings: the token after the text, or at the first mask; all layers; ten
 * candidates each; through the model's whole head.
 */
public final class Predictions extends Drawn {
    private final PredictionsQuestion asked;

    private Predictions(Run run, PredictionsQuestion asked) {
        super(run, asked);
        this.asked = asked;
    }

    Predictions(Run run) {
        this(run, PredictionsQuestion.USUAL);
    }

    /**
     * The place of the predicted token. Beyond the text, the model writes on greedily.
     *
     * <pre>{@code
     * run.predictions().position(3)
     * }</pre>
     *
     * @param position 1 or more; with BERT the place of a token, 0 or more
     */
    public Predictions position(int position) {
        return new Predictions(run(), asked.withPosition(position));
    }

    /**
     * Only one layer.
     *
     * <pre>{@code
     * run.predictions().layer(5)
     * }</pre>
     *
     * @param layer −1 for the embeddings
     */
    public Predictions layer(int layer) {
        return new Predictions(run(), asked.withLayer(layer));
    }

    /**
     * How many candidates a layer; all of them are shown.
     *
     * <pre>{@code
     * run.predictions().layer(5).topk(20)
     * }</pre>
     *
     * @param topk 1 or more
     */
    public Predictions topk(int topk) {
        return new Predictions(run(), asked.withTopk(topk));
    }

    /**
     * How the layers are read.
     *
     * <pre>{@code
     * run.predictions().lens("raw")
     * }</pre>
     *
     * @param lens {@code final-norm}: through the model's whole head; {@code raw}: straight to the token table, as Ecco does
     */
    public Predictions lens(String lens) {
        return new Predictions(run(), asked.withLens(Choice.of("lens", lens, Lens.values())));
    }

    /** The numbers: for each layer the likeliest tokens with their probabilities and logits, best first. */
    public LayerPredictions numbers() {
        return ((PredictionsAnswer) found().answer()).predictions();
    }
}
