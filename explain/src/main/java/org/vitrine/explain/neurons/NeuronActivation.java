package org.vitrine.explain.neurons;

/**
 * How strongly a neuron fires somewhere.
 *
 * @param layer counted from 0
 * @param neuron its place among the layer's neurons, counted from 0
 * @param activation after the activation function; may be negative
 */
public record NeuronActivation(int layer, int neuron, float activation) {
}
