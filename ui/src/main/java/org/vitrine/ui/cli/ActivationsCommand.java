package org.vitrine.ui.cli;

import java.util.function.Function;
import org.vitrine.explain.factors.ActivationFactorizer;
import org.vitrine.explain.factors.ActivationFactors;
import org.vitrine.explain.factors.ActivationMatrix;
import org.vitrine.explain.factors.FactorStart;
import org.vitrine.explain.factors.NndsvdStart;
import org.vitrine.explain.factors.RandomStart;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Texts;
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
    private static final int USUAL_COMPONENTS = 10;

    @Option(names = "--components", paramLabel = "K", defaultValue = "" + USUAL_COMPONENTS,
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
    void checkOptions() {
        if (components < 1) {
            throw usage("--components takes the number of factors, 1 or more, not " + components);
        }
        if (from < 0) {
            throw usage("--from-layer takes the number of a layer, 0 or more, not " + from);
        }
        if (to != null && to <= from) {
            throw usage("--to-layer is the layer after the last, so it is greater than --from-layer " + from + ", not "
                    + to);
        }
        if (seed != null && seed < 0) {
            throw usage("--seed takes a number, 0 or more, not " + seed);
        }
        if (seed != null && start != StartChoice.RANDOM) {
            throw usage("--seed goes with --start random; in --start nndsvd nothing is random");
        }
    }

    @Override
    Function<Texts, PicturedAnswer> openPictured(ModelOptions options) {
        LoadedModel model = options.load(console());
        Stack stack = stack(model);
        int before = layerAfterLast(stack, layers(model));
        return texts -> {
            StackReading reading = StackReading.of(texts, model, stack);
            ActivationMatrix x = ActivationMatrix.of(reading.neurons(), stack, from, before);
            ActivationFactors factors = factors(x, reading.reading().ops());
            return new ActivationsAnswer(reading, factors, start, seed());
        };
    }

    private ActivationFactors factors(ActivationMatrix x, Ops ops) {
        FactorStart guess = start == StartChoice.RANDOM ? new RandomStart(seed()) : new NndsvdStart();
        ActivationFactorizer factorizer = new ActivationFactorizer(ops, guess);
        try (Progress progress = new Progress(console())) {
            return factorizer.factors(x, allowed(x.positions()), iteration -> progress
                    .say("vitrine: iteration " + iteration + " of at most " + factorizer.iterations()));
        }
    }

    private int seed() {
        return seed == null ? 0 : seed;
    }

    /** The layer after the last that is taken. */
    private int layerAfterLast(Stack stack, int layers) {
        if (from >= layers) {
            throw usage("--from-layer " + from + " is out of range; the " + stack + "'s layers are 0 to "
                    + (layers - 1));
        }
        if (to != null && to > layers) {
            throw usage("--to-layer " + to + " is out of range; the " + stack + " has " + layers
                    + " layers, so it is at most " + layers);
        }
        return to == null ? layers : to;
    }

    /** As many factors as are wanted and as the tokens allow. */
    private int allowed(int tokens) {
        if (components > tokens) {
            note((tokens == 1 ? "there is 1 factor" : "there are " + tokens + " factors") + ", not " + components
                    + ": no more than the text has tokens");
        }
        return Math.min(components, tokens);
    }
}
