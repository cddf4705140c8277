package org.vitrine.ui.cli;

import org.vitrine.ui.answer.NeuronsQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Single neurons: which tokens fire one, or which of them a token fires. */
@Command(name = "neurons", header = "Which neurons does a word fire, and which words fire a neuron?",
        sortOptions = false,
        description = "Shows the neurons that one token fires most, and the other tokens that fire them; or, with --layer and "
                + "--neuron, how strongly each token fires that neuron. A neuron is a number between the two matrices of a "
                + "layer's feed-forward part, after the activation function.",
        footer = {"", "Example:", "  vitrine neurons \" Heathrow airport is in the city of\"",
            "  vitrine neurons \"The cat sat. The dog ran.\" -m classroom-bert --position 4",
            "  vitrine neurons \"The cat sat. The dog ran.\" -m classroom-bert --layer 1 --neuron 16"})
final class NeuronsCommand extends StackCommand {
    @Option(names = "--position", paramLabel = "N",
            description = "Place of the token whose neurons are wanted, counted from 0 (default: the text's last token).")
    private Integer position;

    @Option(names = "--layer", paramLabel = "L",
            description = "Only the neurons of this layer, counted from 0 (default: of all layers).")
    private Integer layer;

    @Option(names = "--neuron", paramLabel = "N",
            description = "With --layer: show this neuron, counted from 0, at all tokens.")
    private Integer neuron;

    @Option(names = "--topk", paramLabel = "K", defaultValue = "" + NeuronsQuestion.USUAL_TOPK,
            description = "How many neurons to list, or tokens that fire the neuron (default: ${DEFAULT-VALUE}).")
    private int topk;

    NeuronsCommand(Console console) {
        super(console);
    }

    @Override
    NeuronsQuestion question() {
        return new NeuronsQuestion(stack(), position, layer, neuron, topk);
    }
}
