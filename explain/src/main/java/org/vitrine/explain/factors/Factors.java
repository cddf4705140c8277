package org.vitrine.explain.factors;

import org.vitrine.transformer.tensor.Tensor;

/**
 * A guess at the factors of an {@link ActivationMatrix} X [T, N], or what became of one: X ≈ strengthsᵀ · neurons.
 *
 * @param strengths how strong each factor is at each token [K, T]; nothing negative
 * @param neurons how much each neuron belongs to each factor [K, N]; nothing negative
 */
public record Factors(Tensor strengths, Tensor neurons) {
    /** How many factors there are: K. */
    public int components() {
        return strengths.dim(0);
    }
}
