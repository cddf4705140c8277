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
}
