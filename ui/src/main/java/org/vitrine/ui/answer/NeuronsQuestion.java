package org.vitrine.ui.answer;

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

/**
 * Which neurons does a word fire, and which words fire a neuron?
 *
 * @param stack whose neurons; null for the model's first
 * @param position of the token whose neurons are wanted; null for the text's last
 * @param layer the only one; null for all
 * @param neuron of that layer, to be shown at all tokens; null for those of a token
 * @param topk how many neurons, or tokens that fire the neuron
 */
public record NeuronsQuestion(Stack stack, Integer position, Integer layer, Integer neuron, int topk)
        implements
            Question<PicturedAnswer> {
    /** How many neurons if nobody says anything. */
    public static final int USUAL_TOPK = 10;

    @Override
    public void check(Asker asker) {
        if (neuron != null && layer == null) {
            throw asker.usage(asker.setting("neuron") + " goes with " + asker.setting("layer")
                    + ": each layer has neurons of its own");
        }
        if (neuron != null && position != null) {
            throw asker.usage(asker.setting("neuron") + " and " + asker.setting("position")
                    + " exclude each other; a neuron is shown at all tokens");
        }
        if (topk < 1) {
            throw asker.usage(asker.setting("topk") + " takes a number, 1 or more, not " + topk);
        }
    }

    @Override
    public Function<Texts, PicturedAnswer> open(LoadedModel model, Asker asker) {
        Stack own = StackReading.stack(stack, model, asker);
        if (layer != null) {
            requireInside("layer", layer, "the " + own + "'s layers are", StackReading.layers(own, model), asker);
        }
        return texts -> {
            StackReading reading = StackReading.of(texts, model, own);
            NeuronReader neurons = new NeuronReader(reading.neurons(), own);
            return neuron == null ? ofToken(reading, neurons, asker) : ofNeuron(reading, neurons, asker);
        };
    }

    private PicturedAnswer ofNeuron(StackReading reading, NeuronReader neurons, Asker asker) {
        requireInside("neuron", neuron, "the neurons of a layer are", neurons.neurons(layer), asker);
        return new NeuronTextAnswer(reading, neurons.text(layer, neuron), topk);
    }

    private PicturedAnswer ofToken(StackReading reading, NeuronReader neurons, Asker asker) {
        int place = position == null ? lastOfText(reading.tokens()) : position;
        requireInside("position", place, "the tokens' places are", neurons.positions(), asker);
        IntPredicate wanted = candidate -> layer == null || candidate == layer;
        TopNeurons top = neurons.top(place, topk, wanted);
        List<NeuronText> others = top.neurons().stream().map(each -> neurons.text(each.layer(), each.neuron()))
                .toList();
        return new TopNeuronsAnswer(reading, top, others);
    }

    private static void requireInside(String setting, int number, String range, int count, Asker asker) {
        if (number < 0 || number >= count) {
            throw asker.usage(asker.setting(setting) + " " + number + " is out of range; " + range + " 0 to "
                    + (count - 1));
        }
    }

    /** The last token that is the text's own; where there is none, the last. */
    private static int lastOfText(List<AttentionToken> tokens) {
        return tokens.reversed().stream().filter(token -> !token.special()).findFirst().orElse(tokens.getLast())
                .position();
    }
}
