package org.vitrine.ui.answer;

import java.util.function.Function;
import java.util.function.IntPredicate;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.LayerPrediction;
import org.vitrine.explain.LayerPredictions;
import org.vitrine.explain.Lens;
import org.vitrine.explain.NextSentence;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.answer.PredictionsAnswer.Shown;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;

/**
 * What would each layer say at this place?
 *
 * @param position of the predicted token; null for the token after the text, or at the first mask
 * @param layer the only one; null for all; −1 for the embeddings
 * @param topk how many candidates a layer; null for ten, of which as many are shown as fit
 * @param lens how the layers are read
 */
public record PredictionsQuestion(Integer position, Integer layer, Integer topk, Lens lens)
        implements
            Question<PredictionsAnswer> {
    private static final int USUAL_TOPK = 10;

    /** At the usual place, all layers. */
    public static final PredictionsQuestion USUAL = new PredictionsQuestion(null, null, null, Lens.FINAL_NORM);

    /** The same at another place. */
    public PredictionsQuestion withPosition(int other) {
        return new PredictionsQuestion(other, layer, topk, lens);
    }

    /** The same of one layer. */
    public PredictionsQuestion withLayer(int other) {
        return new PredictionsQuestion(position, other, topk, lens);
    }

    /** The same with another number of candidates. */
    public PredictionsQuestion withTopk(int other) {
        return new PredictionsQuestion(position, layer, other, lens);
    }

    /** The same through another lens. */
    public PredictionsQuestion withLens(Lens other) {
        return new PredictionsQuestion(position, layer, topk, other);
    }

    @Override
    public void check(Asker asker) {
        if (topk != null && topk < 1) {
            throw asker.usage(asker.setting("topk") + " takes the number of candidates, 1 or more, not " + topk);
        }
        if (layer != null && layer < -1) {
            throw asker.usage(
                    asker.setting("layer") + " takes the number of a layer, from 0, or −1 for the embeddings, not "
                            + layer);
        }
    }

    @Override
    public Function<Texts, PredictionsAnswer> open(LoadedModel model, Asker asker) {
        IntPredicate wanted = wantedLayers(model, asker);
        LensReader reader = new LensReader(asker);
        return texts -> {
            Passage given = reader.passage(model, texts);
            int place = reader.place(given, position);
            Passage passage = reader.reach(given, place);
            return answer(new Reach(texts, passage, place), passage.streams(), wanted);
        };
    }

    /**
     * Where a token is predicted.
     *
     * @param passage what is read, so long that it reaches the place
     */
    record Reach(Texts texts, Passage passage, int place) {
    }

    /**
     * What the layers would say there.
     *
     * @param trace the streams of that passage
     */
    PredictionsAnswer answer(Reach at, Trace trace, IntPredicate wanted) {
        LayerPredictions predictions = at.passage.lens(lens).predictions(trace, at.place, count(at.passage.model()),
                wanted);
        requireFinite(predictions);
        NextSentence next = at.texts.pair().isEmpty() ? null : NextSentence.of(trace).orElse(null);
        return new PredictionsAnswer(at.texts, at.passage, predictions, next,
                new Shown(layer != null, topk != null));
    }

    /** How many candidates a layer. */
    int count(LoadedModel model) {
        return Math.min(topk == null ? USUAL_TOPK : topk, model.vocabulary());
    }

    /** Which layers are wanted, if the model has them. */
    IntPredicate wantedLayers(LoadedModel model, Asker asker) {
        if (layer == null) {
            return any -> true;
        }
        int layers = model.layers();
        if (layer >= layers) {
            throw asker.usage(asker.setting("layer", layer) + " is not in " + model.name() + "; its layers are 0 to "
                    + (layers - 1) + ", and embeddings");
        }
        return candidate -> candidate == layer;
    }

    private static void requireFinite(LayerPredictions predictions) {
        for (LayerPrediction layer : predictions.layers()) {
            for (Candidate candidate : layer.candidates()) {
                LensReader.requireFinite(candidate.probability(), layer.tensor());
                LensReader.requireFinite(candidate.logit(), layer.tensor());
            }
        }
    }
}
