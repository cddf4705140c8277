package org.vitrine.explain.factors;

import org.vitrine.transformer.tensor.Tensor;

/**
 * How near each factor is to its own peak at each token. Factors are compared so, for each has a scale of its own: twice the
 * strengths and half the neurons are the same factor.
 *
 * @param shares of the peak, 0 to 1: [K, T]; 0 throughout for a factor that has no strength anywhere
 */
public record FactorHeights(Tensor shares) {
    /** The heights of all factors at all tokens. */
    public static FactorHeights of(ActivationFactors factors) {
        int positions = factors.positions();
        float[] shares = new float[factors.strengths().size()];
        for (int component = 0; component < factors.components(); component++) {
            float peak = factors.peak(component);
            for (int position = 0; position < positions; position++) {
                float strength = factors.strengths().at(component, position);
                shares[component * positions + position] = peak > 0 ? strength / peak : 0;
            }
        }
        return new FactorHeights(Tensor.of(shares, factors.strengths().shape()));
    }

    /** The height of a factor at a token. */
    public float at(int component, int position) {
        return shares.at(component, position);
    }

    /** The factor that is nearest to its peak at a token; of equally near ones the first. */
    public int highest(int position) {
        int highest = 0;
        for (int component = 1; component < shares.dim(0); component++) {
            highest = at(component, position) > at(highest, position) ? component : highest;
        }
        return highest;
    }

    /** How near that one is. */
    public float height(int position) {
        return at(highest(position), position);
    }
}
