package org.vitrine.explain.neurons;

import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Stack;

/**
 * Which tokens fire one neuron.
 *
 * @param stack whose neuron
 * @param layer counted from 0
 * @param neuron its place among the layer's neurons, counted from 0
 * @param activations how strongly it fires at each token [T]; may be negative
 */
public record NeuronText(Stack stack, int layer, int neuron, Tensor activations) {
    /**
     * How much more strongly the neuron fires here than there; below 0 where it fires less.
     *
     * @param other the same neuron at as many tokens
     */
    public NeuronText minus(NeuronText other) {
        if (stack != other.stack || layer != other.layer || neuron != other.neuron
                || activations.size() != other.activations.size()) {
            throw new IllegalArgumentException("only the same neuron at as many tokens can be compared");
        }
        float[] changes = new float[activations.size()];
        for (int position = 0; position < changes.length; position++) {
            changes[position] = activations.data()[position] - other.activations.data()[position];
        }
        return new NeuronText(stack, layer, neuron, Tensor.of(changes, changes.length));
    }
}
