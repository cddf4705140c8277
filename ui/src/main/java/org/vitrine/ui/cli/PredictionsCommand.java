package org.vitrine.ui.cli;

import java.util.function.Function;
import java.util.function.IntPredicate;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.LayerPrediction;
import org.vitrine.explain.LayerPredictions;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What each layer would say at one position: Ecco's {@code layer_predictions}. */
@Command(name = "predictions", header = "What would each layer say at this place?", sortOptions = false,
        description = "Shows, for the embeddings and after each layer, the likeliest tokens at one position.",
        footer = {"", "Example:", "  vitrine predictions \" Heathrow airport is in the city of\"",
            "  vitrine predictions \" Heathrow airport is in the city of\" --layer 5 --topk 20"})
final class PredictionsCommand extends LensCommand {
    static final int USUAL_TOPK = 10;

    @Option(names = "--position", paramLabel = "N", description = "Place of the predicted token, counted from 0; the "
            + "first is 1 (default: the token after the text). Beyond the text, the model writes on greedily.")
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
        checkPosition(position);
        if (topk != null && topk < 1) {
            throw usage("--topk takes the number of candidates, 1 or more, not " + topk);
        }
        if (layer != null && !layer.equals("embeddings") && !layer.matches("-1|[0-9]{1,6}")) {
            throw usage("--layer takes the number of a layer, from 0, or the word embeddings, not '" + layer + "'");
        }
    }

    @Override
    Function<String, Answer> open(ModelOptions options) {
        LoadedModel model = options.load();
        IntPredicate wanted = wantedLayers(model);
        return text -> {
            Passage passage = reach(model.passage(text), position);
            int place = position == null ? passage.typed() : position;
            int count = Math.min(topk == null ? USUAL_TOPK : topk, model.gpt2().config().vocabulary());
            LayerPredictions predictions = passage.lens(lens()).predictions(passage.streams(), place, count, wanted);
            requireFinite(predictions);
            return new PredictionsAnswer(text, passage, predictions, layer != null, topk != null);
        };
    }

    private IntPredicate wantedLayers(LoadedModel model) {
        if (layer == null) {
            return any -> true;
        }
        int number = layer.equals("embeddings") ? -1 : Integer.parseInt(layer);
        int layers = model.gpt2().config().layers();
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
