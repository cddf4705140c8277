package org.vitrine.ui.api;

import org.vitrine.explain.Lens;
import org.vitrine.explain.PredictionChanges;
import org.vitrine.ui.answer.ChangesAnswer;
import org.vitrine.ui.answer.ChangesQuestion;
import org.vitrine.ui.answer.Choice;
import org.vitrine.ui.answer.PredictionsQuestion;
import org.vitrine.ui.session.LoadedModel;

/**
 * What interventions changed of what each layer would say at one place: the likeliest tokens with and without them. The settings
 * are those of {@link Predictions}. The JSON document is that of the predictions afterwards, and under {@code before} that of
 * those before.
 */
public final class Changes extends Drawn {
    private static final int USUAL_TOPK = 5;

    private final ChangesQuestion asked;

    private Changes(Run run, ChangesQuestion asked) {
        super(run, asked);
        this.asked = asked;
    }

    Changes(Run run, LoadedModel before) {
        this(run, new ChangesQuestion(before, PredictionsQuestion.USUAL.withTopk(USUAL_TOPK)));
    }

    private Changes with(PredictionsQuestion settings) {
        return new Changes(run(), new ChangesQuestion(asked.before(), settings));
    }

    /**
     * The place of the predicted token.
     *
     * @param position 1 or more; with BERT the place of a token, 0 or more
     */
    public Changes position(int position) {
        return with(asked.asked().withPosition(position));
    }

    /**
     * Only one layer.
     *
     * @param layer −1 for the embeddings
     */
    public Changes layer(int layer) {
        return with(asked.asked().withLayer(layer));
    }

    /**
     * How many of the likeliest tokens before, and as many of those after; without it five.
     *
     * <pre>{@code
     * run.withoutHead(4, 1).changes().topk(3)
     * }</pre>
     *
     * @param topk 1 or more
     */
    public Changes topk(int topk) {
        return with(asked.asked().withTopk(topk));
    }

    /**
     * How the layers are read.
     *
     * @param lens {@code final-norm} or {@code raw}
     */
    public Changes lens(String lens) {
        return with(asked.asked().withLens(Choice.of("lens", lens, Lens.values())));
    }

    /** The numbers: for each layer the candidates with their ranks and probabilities before and after. */
    public PredictionChanges numbers() {
        return ((ChangesAnswer) found().answer()).changes();
    }
}
