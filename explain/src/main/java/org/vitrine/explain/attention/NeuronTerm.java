package org.vitrine.explain.attention;

/**
 * One neuron's part in a dot product.
 *
 * @param neuron its place in q and k, counted from 0
 * @param q what the query asks of it
 * @param k what the key offers
 * @param product q times k, not scaled
 */
public record NeuronTerm(int neuron, float q, float k, float product) {
}
