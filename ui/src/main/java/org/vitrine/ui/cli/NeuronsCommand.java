package org.vitrine.ui.cli;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.neurons.NeuronReader;
import org.vitrine.explain.neurons.NeuronText;
import org.vitrine.explain.neurons.TopNeurons;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Texts;
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
    private static final int USUAL_TOPK = 10;

    @Option(names = "--position", paramLabel = "N",
            description = "Place of the token whose neurons are wanted, counted from 0 (default: the text's last token).")
    private Integer position;

    @Option(names = "--layer", paramLabel = "L",
            description = "Only the neurons of this layer, counted from 0 (default: of all layers).")
    private Integer layer;

    @Option(names = "--neuron", paramLabel = "N",
            description = "With --layer: show this neuron, counted from 0, at all tokens.")
    private Integer neuron;

    @Option(names = "--topk", paramLabel = "K", defaultValue = "" + USUAL_TOPK,
            description = "How many neurons to list, or tokens that fire the neuron (default: ${DEFAULT-VALUE}).")
    private int topk;

    NeuronsCommand(Console console) {
        super(console);
    }

    @Override
    void checkOptions() {
        if (neuron != null && layer == null) {
            throw usage("--neuron goes with --layer: each layer has neurons of its own");
        }
        if (neuron != null && position != null) {
            throw usage("--neuron and --position exclude each other; a neuron is shown at all tokens");
        }
        if (topk < 1) {
            throw usage("--topk takes a number, 1 or more, not " + topk);
        }
    }

    @Override
    Function<Texts, PicturedAnswer> openPictured(ModelOptions options) {
        LoadedModel model = options.load(console());
        Stack stack = stack(model);
        if (layer != null) {
            requireInside("--layer", layer, "the " + stack + "'s layers are", layers(model));
        }
        return texts -> {
            StackReading reading = StackReading.of(texts, model, stack);
            NeuronReader neurons = new NeuronReader(reading.neurons(), stack);
            return neuron == null ? ofToken(reading, neurons) : ofNeuron(reading, neurons);
        };
    }

    private PicturedAnswer ofNeuron(StackReading reading, NeuronReader neurons) {
        requireInside("--neuron", neuron, "the neurons of a layer are", neurons.neurons(layer));
        return new NeuronTextAnswer(reading, neurons.text(layer, neuron), topk);
    }

    private PicturedAnswer ofToken(StackReading reading, NeuronReader neurons) {
        int place = position == null ? lastOfText(reading.tokens()) : position;
        requireInside("--position", place, "the tokens' places are", neurons.positions());
        IntPredicate wanted = candidate -> layer == null || candidate == layer;
        TopNeurons top = neurons.top(place, topk, wanted);
        List<NeuronText> others = top.neurons().stream().map(each -> neurons.text(each.layer(), each.neuron()))
                .toList();
        return new TopNeuronsAnswer(reading, top, others);
    }

    private void requireInside(String option, int number, String range, int count) {
        if (number < 0 || number >= count) {
            throw usage(option + " " + number + " is out of range; " + range + " 0 to " + (count - 1));
        }
    }

    /** The last token that is the text's own; where there is none, the last. */
    private static int lastOfText(List<AttentionToken> tokens) {
        return tokens.reversed().stream().filter(token -> !token.special()).findFirst().orElse(tokens.getLast())
                .position();
    }
}
