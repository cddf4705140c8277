package org.vitrine.explain.factors;

/**
 * A neuron that belongs to a factor.
 *
 * @param layer counted from 0
 * @param neuron its place among the layer's neurons, counted from 0
 * @param share how much of the factor it is: 0 to 1, the shares of all neurons sum to 1
 */
public record FactorNeuron(int layer, int neuron, double share) {
}
