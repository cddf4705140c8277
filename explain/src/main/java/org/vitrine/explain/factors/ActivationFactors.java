package org.vitrine.explain.factors;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
 * @param norm the Frobenius norm of X
 * @param strengths how strong each factor is at each token [K, T]
 * @param neurons how much each neuron belongs to each factor [K, N], the first layer's neurons first
 * @param errors the Frobenius norm of X − strengthsᵀ · neurons, before the first iteration and after each
 * @param converged whether the factors stood still before the iterations ran out
 */
public record ActivationFactors(Stack stack, int fromLayer, int toLayer, String start, double norm,
        Tensor strengths, Tensor neurons, List<Double> errors, boolean converged) {
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

    /** The share of the activations' sum of squares that the factors make up: at most 1. */
    public double explained() {
        return norm > 0 ? 1 - error() * error() / (norm * norm) : 1;
    }

    /**
     * The neurons that belong most to a factor, the strongest first; of equal ones the first. Fewer where the factor has
     * fewer.
     */
    public List<FactorNeuron> topNeurons(int component, int count) {
        int all = neurons.dim(1);
        int width = all / (toLayer - fromLayer);
        int row = Objects.checkIndex(component, components()) * all;
        double sum = sum(neurons, component);
        Comparator<Integer> strongestFirst = Comparator.<Integer>comparingDouble(n -> -neurons.data()[row + n])
                .thenComparing(Comparator.naturalOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(strongestFirst.reversed()); // the weakest on top
        for (int n = 0; n < all && count > 0; n++) {
            float share = neurons.data()[row + n];
            if (share > 0 && (best.size() < count || share > neurons.data()[row + best.element()])) {
                best.add(n);
            }
            if (best.size() > count) {
                best.remove();
            }
        }
        return best.stream().sorted(strongestFirst)
                .map(n -> new FactorNeuron(fromLayer + n / width, n % width, neurons.data()[row + n] / sum)).toList();
    }

    /** How much of a factor's strength some tokens have: 0 to 1; 0 for a factor that has none anywhere. */
    public double share(int component, IntPredicate positions) {
        double sum = sum(strengths, component);
        double theirs = IntStream.range(0, positions()).filter(positions).mapToDouble(t -> strengths.at(component, t))
                .sum();
        return sum == 0 ? 0 : theirs / sum;
    }

    /** How strong a factor is where it is strongest; 0 if it is so nowhere. */
    public float peak(int component) {
        float peak = 0;
        for (int position = 0; position < positions(); position++) {
            peak = Math.max(peak, strengths.at(component, position));
        }
        return peak;
    }

    private static double sum(Tensor rows, int row) {
        return IntStream.range(0, rows.dim(1)).mapToDouble(i -> rows.at(row, i)).sum();
    }
}
