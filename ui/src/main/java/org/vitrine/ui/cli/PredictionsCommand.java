package org.vitrine.ui.cli;

import org.vitrine.ui.answer.PredictionsQuestion;
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
        if (layer != null && !layer.equals("embeddings") && !layer.matches("-1|[0-9]{1,6}")) {
            throw usage("--layer takes the number of a layer, from 0, or the word embeddings, not '" + layer + "'");
        }
        super.checkOptions();
    }

    @Override
    PredictionsQuestion question() {
        Integer number = layer == null ? null
                : layer.equals("embeddings") ? Integer.valueOf(-1) : Integer.valueOf(layer);
        return new PredictionsQuestion(position, number, topk, lens());
    }
}
