package org.vitrine.ui.cli;

import org.vitrine.ui.answer.ActivationsQuestion;
import org.vitrine.ui.answer.ActivationsQuestion.Layers;
import org.vitrine.ui.answer.StartChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Groups of neurons that fire together: Ecco's {@code run_nmf}. */
@Command(name = "activations", header = "Which neurons fire together, and at which words?", sortOptions = false,
        description = "Finds groups of neurons that fire together (factors) by non-negative matrix factorisation, and shows how "
                + "strong each of them is along the text. A neuron is a number between the two matrices of a layer's "
                + "feed-forward part, after the activation function; negative ones count as 0.",
        footer = {"", "Example:",
            "  vitrine activations \"Two plus three is five, four plus one is five.\" --components 4",
            "  vitrine activations \"The cat sat. The dog ran.\" -m classroom-bert --to-layer 2",
            "  vitrine activations \"The cat sat. The dog ran.\" --start nndsvd"})
final class ActivationsCommand extends StackCommand {
    @Option(names = "--components", paramLabel = "K", defaultValue = "" + ActivationsQuestion.USUAL_COMPONENTS,
            description = "How many factors, at most one a token (default: ${DEFAULT-VALUE}).")
    private int components;

    @Option(names = "--from-layer", paramLabel = "A", defaultValue = "0",
            description = "The first layer, counted from 0 (default: ${DEFAULT-VALUE}).")
    private int from;

    @Option(names = "--to-layer", paramLabel = "B", description = "The layer after the last (default: all are taken).")
    private Integer to;

    @Option(names = "--start", paramLabel = "START", defaultValue = "random", converter = Choices.OfStart.class,
            description = "How the factors are first guessed: random (default, as Ecco does); nndsvd: from the singular vectors.")
    private StartChoice start;

    @Option(names = "--seed", paramLabel = "S",
            description = "With a random start: another seed may find other factors (default: 0).")
    private Integer seed;

    ActivationsCommand(Console console) {
        super(console);
    }

    @Override
    ActivationsQuestion question() {
        return new ActivationsQuestion(stack(), components, new Layers(from, to), start, seed);
    }
}
