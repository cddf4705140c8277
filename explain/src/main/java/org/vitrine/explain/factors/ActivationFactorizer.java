package org.vitrine.explain.factors;

import java.util.function.IntConsumer;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.ops.Ops;

/**
 * Finds groups of neurons that fire together, by non-negative matrix factorisation with coordinate descent.
 *
 * @param start where the search begins
 * @param tolerance the factors stand still when their slopes, summed up, are at most this share of the first iteration's
 * @param iterations the most there are, at least 1
 */
public record ActivationFactorizer(Ops ops, FactorStart start, double tolerance, int iterations) {
    /** scikit-learn's tolerance. */
    private static final double TOLERANCE = 1e-4;
    /** Ecco's limit. */
    private static final int ITERATIONS = 500;

    public ActivationFactorizer {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("a tolerance is 0 or more, not " + tolerance);
        }
        if (iterations < 1) {
            throw new IllegalArgumentException("at least one iteration is needed, not " + iterations);
        }
    }

    /** Searches as long as Ecco does: until the slopes are 1/10,000 of the first ones, or for 500 iterations. */
    public ActivationFactorizer(Ops ops, FactorStart start) {
        this(ops, start, TOLERANCE, ITERATIONS);
    }

    /**
     * The factors of these activations.
     *
     * @param components how many factors; of a text with fewer tokens, as many as tokens
     * @param listener is told after each iteration how many there were
     * @throws IllegalArgumentException if no factor is asked for
     * @throws ModelException if the activations are too large for products of 32 bits
     */
    public ActivationFactors factors(ActivationMatrix x, int components, IntConsumer listener) {
        return search(x, components, (iterations, error) -> listener.accept(iterations));
    }

    /**
     * The same factors, for whoever may want to end the search.
     *
     * @param components how many factors; of a text with fewer tokens, as many as tokens
     * @throws IllegalArgumentException if no factor is asked for
     * @throws ModelException if the activations are too large for products of 32 bits
     */
    public ActivationFactors search(ActivationMatrix x, int components, FactorListener listener) {
        if (components < 1) {
            throw new IllegalArgumentException("at least one factor is needed, not " + components);
        }
        listener.check();
        double square = x.squaredNorm();
        if (Math.pow(square, 1.5) > Float.MAX_VALUE) { // a slope is a product of three
            throw new ModelException("the activations are so large that their products overflow, and no factors can be"
                    + " found: check the model's weights");
        }
        listener.check();
        Factors guess = start.guess(x, Math.min(components, x.positions()), ops, listener::check);
        CoordinateDescent.Descent end = new CoordinateDescent(ops, tolerance, iterations).run(x, square, guess,
                listener);
        return new ActivationFactors(x.stack(), x.fromLayer(), x.toLayer(), start.description(), Math.sqrt(square),
                end.factors().strengths(), end.factors().neurons(), end.errors(), end.converged());
    }
}
