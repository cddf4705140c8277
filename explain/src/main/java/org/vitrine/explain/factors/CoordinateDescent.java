package org.vitrine.explain.factors;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * Non-negative matrix factorisation one coordinate at a time: Cichocki and Phan 2009, "Fast local algorithms for large scale
 * nonnegative matrix and tensor factorizations" (hierarchical alternating least squares). Each iteration betters all
 * strengths while the neurons stand still, then all neurons.
 *
 * <p>Does what scikit-learn's {@code NMF(solver='cd')} does without shuffling: {@code _fit_coordinate_descent} in {@code
 * sklearn/decomposition/_nmf.py}.
 *
 * @param tolerance the factors stand still when the violation is at most this share of the first iteration's: the violation
 *        is the sum of the slopes' sizes, leaving out those that push a zero below zero
 * @param iterations the most there are
 */
record CoordinateDescent(Ops ops, double tolerance, int iterations) {
    /** Below this share of |X|² the error is measured number by number. */
    private static final double NEARLY_EXACT = 0.01;

    /**
     * Where the descent ended.
     *
     * @param errors the Frobenius norm of X − strengthsᵀ · neurons, before the first iteration and after each
     * @param converged whether the factors stood still
     */
    record Descent(Factors factors, List<Double> errors, boolean converged) {
    }

    /**
     * Betters the factors until they stand still.
     *
     * @param square |X|²
     * @param listener is told how many iterations are done, and may end them
     */
    Descent run(ActivationMatrix x, double square, Factors start, FactorListener listener) {
        FactorSide strengths = FactorSide.of(start.strengths());                         // [K, T]
        NeuronBlocks neurons = NeuronBlocks.of(x, start.neurons(), ops, listener);                // [K, N]
        List<Double> errors = new ArrayList<>(List.of(error(x, square, strengths, neurons)));
        double first = 0;
        boolean converged = false;
        for (int i = 1; i <= iterations && !converged; i++) {
            CoordinateStep step = CoordinateStep.of(strengths, neurons.byToken(), neurons.gram());
            strengths = step.side();
            neurons = neurons.better(strengths, listener);
            errors.add(error(x, square, strengths, neurons));
            double violation = step.violation() + neurons.violation();
            first = i == 1 ? violation : first;
            converged = violation <= tolerance * first;
            listener.bettered(i, errors.getLast());
        }
        return new Descent(new Factors(strengths.rows(), neurons.rows()), errors, converged);
    }

    /** The norm of X − strengthsᵀ · neurons: |X|² − 2·⟨strengths, byToken⟩ + ⟨strengths·strengthsᵀ, neurons·neuronsᵀ⟩. */
    private double error(ActivationMatrix x, double square, FactorSide strengths, NeuronBlocks neurons) {
        Tensor byToken = neurons.byToken();                                              // [K, T]
        double rest = square;
        for (int i = 0; i < byToken.size(); i++) {
            rest -= 2.0 * strengths.rows().data()[i] * byToken.data()[i];
        }
        for (int i = 0; i < neurons.gram().length; i++) {
            rest += strengths.gram()[i] * neurons.gram()[i];
        }
        return Math.sqrt(rest > NEARLY_EXACT * square ? rest : squaredDistance(x.values(), strengths, neurons));
    }

    /** The same difference, squared, number by number: where little is left of |X|², the digits of that little are here. */
    private double squaredDistance(Tensor x, FactorSide strengths, NeuronBlocks neurons) {
        Tensor tokens = Weight.of(strengths.rows()).columns(IntStream.range(0, x.dim(0)).toArray()); // [T, K]
        Tensor product = ops.linear(tokens, Linear.withoutBias(Weight.of(neurons.rows())));      // [T, N]
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            double difference = (double) x.data()[i] - product.data()[i];
            sum += difference * difference;
        }
        return sum;
    }
}
