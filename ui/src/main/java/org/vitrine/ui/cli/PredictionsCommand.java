package org.vitrine.ui.cli;

import java.util.function.Function;
import java.util.function.IntPredicate;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.LayerPrediction;
import org.vitrine.explain.LayerPredictions;
import org.vitrine.explain.NextSentence;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.cli.PredictionsAnswer.Shown;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What each layer would say at one position: Ecco's {@code layer_predictions}. */
@Command(name = "predictions", header = "What would each layer say at this place?", sortOptions = false,
        description = "Shows, for the embeddings and after each layer, the likeliest tokens at one position: the one after "
                + "the text (GPT-2), that of a mask (BERT), the next one that the decoder writes (BART).",
        footer = {"", "Example:", "  vitrine predictions \" Heathrow airport is in the city of\"",
            "  vitrine predictions \" Heathrow airport is in the city of\" --layer 5 --topk 20",
            "  vitrine predictions \"The [MASK] sat on the mat.\"",
            "  vitrine predictions \"The capital of Spain is<mask>.\""})
final class PredictionsCommand extends LensCommand {
    static final int USUAL_TOPK = 10;

    @Option(names = "--position", paramLabel = "N", description = "Place of the predicted token, counted from 0 "
            + "(default: the token after the text, or at the first mask). Beyond the text, the model writes on greedily.")
    private Integer position;

    @Option(names = "--layer", paramLabel = "L", description = "Only this layer, counted from 0, or: embeddings.")
    private String layer;

    @Option(names = "--topk", paramLabel = "K",
            description = "How many candidates a layer (default: 10, on a terminal as many of them as fit in a row).")
    private Integer topk;

    PredictionsCommand(Console console) {
        super(console);
    }

    @Override
    void checkOptions() {
        if (topk != null && topk < 1) {
            throw usage("--topk takes the number of candidates, 1 or more, not " + topk);
        }
        if (layer != null && !layer.equals("embeddings") && !layer.matches("-1|[0-9]{1,6}")) {
            throw usage("--layer takes the number of a layer, from 0, or the word embeddings, not '" + layer + "'");
        }
    }

    @Override
    Function<Texts, PicturedAnswer> openPictured(ModelOptions options) {
        LoadedModel model = options.load(console());
        IntPredicate wanted = wantedLayers(model);
        return texts -> {
            Passage given = passage(model, texts);
            int place = place(given, position);
            Passage passage = reach(given, place);
            int count = Math.min(topk == null ? USUAL_TOPK : topk, model.vocabulary());
            Trace trace = passage.streams();
            LayerPredictions predictions = passage.lens(lens()).predictions(trace, place, count, wanted);
            requireFinite(predictions);
            NextSentence next = texts.pair().isEmpty() ? null : NextSentence.of(trace).orElse(null);
            return new PredictionsAnswer(texts, passage, predictions, next, new Shown(layer != null, topk != null));
        };
    }

    private IntPredicate wantedLayers(LoadedModel model) {
        if (layer == null) {
            return any -> true;
        }
        int number = layer.equals("embeddings") ? -1 : Integer.parseInt(layer);
        int layers = model.layers();
        if (number >= layers) {
            throw usage("--layer " + number + " is not in " + model.name() + "; its layers are 0 to " + (layers - 1)
                    + ", and embeddings");
        }
        return candidate -> candidate == number;
    }

    private static void requireFinite(LayerPredictions predictions) {
        for (LayerPrediction layer : predictions.layers()) {
            for (Candidate candidate : layer.candidates()) {
                requireFinite(candidate.probability(), layer.tensor());
                requireFinite(candidate.logit(), layer.tensor());
            }
        }
    }
}
