package org.vitrine.ui.cli;

import org.vitrine.ui.answer.NeuronViewQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One head's arithmetic for one token: BertViz' {@code neuron_view}, and what becomes of it. */
@Command(name = "attention-neuron-view", header = "Why does this token look there?", sortOptions = false,
        description = "Shows one head's arithmetic for one token: its query times each key, the pattern that becomes of it, "
                + "the neurons that add most, and what the head brings back and writes.",
        footer = {"", "Example:",
            "  vitrine attention-neuron-view \"The keys to the cabinet\" --layer 5 --head 3",
            "  vitrine attention-neuron-view \"The cat sat.\" \"It slept.\" --position 6"})
final class NeuronViewCommand extends AttentionCommand {
    @Option(names = "--layer", paramLabel = "L", defaultValue = "0",
            description = "Which layer, counted from 0 (default: ${DEFAULT-VALUE}).")
    private int layer;

    @Option(names = "--head", paramLabel = "H", defaultValue = "0",
            description = "Which head, counted from 0 (default: ${DEFAULT-VALUE}).")
    private int head;

    @Option(names = "--position", paramLabel = "N",
            description = "Place of the token that looks, counted from 0 (default: the last one of the text itself).")
    private Integer position;

    @Option(names = "--topk", paramLabel = "K", defaultValue = "" + NeuronViewQuestion.USUAL_TOPK,
            description = "How many neurons (default: ${DEFAULT-VALUE}).")
    private int topk;

    NeuronViewCommand(Console console) {
        super(console);
    }

    @Override
    NeuronViewQuestion question() {
        return new NeuronViewQuestion(settings(), layer, head, position, topk);
    }
}
