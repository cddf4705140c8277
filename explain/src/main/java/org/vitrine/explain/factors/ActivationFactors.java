package org.vitrine.explain.factors;

import java.util.List;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Stack;

/**
 * Groups of neurons that fire together, found by non-negative matrix factorisation of the neurons' activations
 * (Alammar 2021, "Ecco", section 4; Olah et al. 2018, "The Building Blocks of Interpretability").
 *
 * <p>The activations, negative ones clipped to 0, are X [T, N] with N = layers · f neurons; X ≈ strengthsᵀ · neurons.
 *
 * @param stack whose neurons
 * @param fromLayer the first layer, counted from 0
 * @param toLayer the layer after the last
 * @param start how the factors were first guessed, in a few words: {@code random, seed 0}
 * @param strengths how strong each factor is at each token [K, T]
 * @param neurons how much each neuron belongs to each factor [K, N], the first layer's neurons first
 * @param errors the Frobenius norm of X − strengthsᵀ · neurons, before the first iteration and after each
 * @param converged whether the factors stood still before the iterations ran out
 */
public record ActivationFactors(Stack stack, int fromLayer, int toLayer, String start, Tensor strengths, Tensor neurons,
        List<Double> errors, boolean converged) {
    public ActivationFactors {
        errors = List.copyOf(errors);
    }

    /** How many factors there are. */
    public int components() {
        return strengths.dim(0);
    }

    /** How many tokens there are. */
    public int positions() {
        return strengths.dim(1);
    }

    /** How many times all factors were bettered. */
    public int iterations() {
        return errors.size() - 1;
    }

    /** How far the product of the factors is from the activations in the end: a Frobenius norm. */
    public double error() {
        return errors.getLast();
    }
}
