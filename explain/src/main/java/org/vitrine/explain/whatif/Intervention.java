package org.vitrine.explain.whatif;

import java.util.Map;
import java.util.Optional;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * Something that is done to one tensor while a model computes. It says where and what, and holds no numbers. Layers, heads,
 * neurons and positions are counted from 0.
 */
public sealed interface Intervention permits HeadChange, NeuronChange, StreamChange, Patch {
    /** Instead of a position or a head: all of them. */
    int ALL = -1;

    /** The tensor that is changed. */
    TensorName site();

    /** What is done, as a sentence without its full stop. */
    String sentence();

    /**
     * The tensor to go on with: a fresh one of the same shape.
     *
     * @param tensor what the model computed at {@link #site}
     * @param sources the passes over other texts from which patches take their numbers, by text
     * @throws IllegalArgumentException if the tensor has no such place, or the source's does not fit; says what is possible
     */
    Tensor apply(Tensor tensor, Map<String, Trace> sources);

    /** Why this cannot be done in a pass such as the recorded one, in a sentence; empty if it can. */
    default Optional<String> objection(Trace recorded, Map<String, Trace> sources) {
        try {
            apply(find(recorded, site()), sources);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The tensor of that name; says what layers there are where it is only the layer that is missing. */
    private static Tensor find(Trace trace, TensorName name) {
        return trace.find(name).orElseThrow(() -> new IllegalArgumentException(missing(trace, name)));
    }

    private static String missing(Trace trace, TensorName name) {
        int layers = trace.layers(other -> other.stack() == name.stack() && other.part() == name.part()
                && other.site() == name.site());
        return layers == 0 || name.layer() == TensorName.NO_LAYER
                ? "this model has no " + name
                : "there is no layer " + name.layer() + " with " + name + "; the layers are 0 to " + (layers - 1);
    }

    /** Refuses what is no number of a layer, head, neuron or position. */
    static void requireCount(String what, int number, int least) {
        if (number < least) {
            String also = least == 0 ? "" : what.equals("layer") ? ", and −1 is the embeddings" : ", and −1 means all";
            throw new IllegalArgumentException(
                    what + "s are counted from 0" + also + "; there is no " + what + " " + number);
        }
    }

    /** Refuses a place that a tensor does not have. */
    static void requireInside(String what, int number, int count, TensorName site) {
        if (number >= count) {
            throw new IllegalArgumentException(
                    site + " has no " + what + " " + number + "; its " + what + "s are 0 to " + (count - 1));
        }
    }

    /** Refuses the head, which has no layers. */
    static void requireTower(Stack stack) {
        if (stack == Stack.HEAD) {
            throw new IllegalArgumentException("only the encoder and the decoder have layers, not the head");
        }
    }

    /** {@code at every token}, or {@code at position 4}. */
    static String place(int position) {
        return position == ALL ? "at every token" : "at position " + position;
    }
}
