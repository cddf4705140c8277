package org.vitrine.explain.arithmetic;

import java.util.List;
import java.util.Objects;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.layer.Activation;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * The equation behind every number that a model computed of a text, with the numbers that went into it. From any number it
 * leads back, input by input, to the tables that were learnt.
 */
public final class Arithmetic {
    private final Wiring wiring;
    private final Trace trace;

    private Arithmetic(Wiring wiring, Trace trace) {
        this.wiring = wiring;
        this.trace = Objects.requireNonNull(trace, "trace");
    }

    /**
     * Of what GPT-2 computed.
     *
     * @param ids what it read [T]
     * @param trace all that it computed of that
     */
    public static Arithmetic of(Gpt2 model, int[] ids, Trace trace) {
        return new Arithmetic(Gpt2Wiring.of(model, ids.clone()), trace);
    }

    /**
     * Of what BERT computed.
     *
     * @param ids what it read [T]
     * @param segments the text to which each token belongs [T]
     * @param trace all that it computed of that
     */
    public static Arithmetic of(Bert model, int[] ids, int[] segments, Trace trace) {
        return new Arithmetic(BertWiring.of(model, ids.clone(), segments.clone()), trace);
    }

    /**
     * Of what BART computed.
     *
     * @param ids what the encoder read [S]
     * @param decoderIds what the decoder read [T]
     * @param trace all that it computed of that
     */
    public static Arithmetic of(Bart model, int[] ids, int[] decoderIds, Trace trace) {
        return new Arithmetic(BartWiring.of(model, ids.clone(), decoderIds.clone()), trace);
    }

    /** All tensors of which there are equations, in the order of computation. */
    public List<TensorName> names() {
        return wiring.names();
    }

    /** The numbers that are explained. */
    public Trace trace() {
        return trace;
    }

    /**
     * How a number came about.
     *
     * @param index a place on each axis of the tensor, outermost first
     * @throws IllegalArgumentException in plain words, if there is no such number, or an input of its was not recorded
     */
    public Derivation derive(TensorName name, List<Integer> index) {
        Step step = wiring.step(name)
                .orElseThrow(() -> new IllegalArgumentException("this model computes no " + name));
        check(name, index);
        return step.derive(new Target(trace, name, List.copyOf(index)));
    }

    private void check(TensorName name, List<Integer> index) {
        Shape shape = trace.get(name).shape();
        boolean inside = index.size() == shape.rank();
        for (int axis = 0; inside && axis < shape.rank(); axis++) {
            inside = index.get(axis) >= 0 && index.get(axis) < shape.dim(axis);
        }
        if (!inside) {
            throw new IllegalArgumentException(name + " has the shape " + shape + " (" + String.join(", ", name.axes())
                    + "), so " + index + " is none of its numbers; places are counted from 0");
        }
    }

    /** An activation function at one place, for drawing its curve. */
    public static float curve(Activation function, float x) {
        return Curve.at(function, x);
    }
}
