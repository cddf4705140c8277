package org.vitrine.explain.attention;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.transformer.tensor.Tensor;

/**
 * One row of a matrix as a vector.
 *
 * @param matrix of shape [n, e]
 * @param row counted from 0
 */
public record TensorRow(Tensor matrix, int row) {
    /** A component, counted from 0. */
    public float at(int component) {
        return matrix.at(row, component);
    }

    /** How many components there are. */
    public int size() {
        return matrix.dim(1);
    }

    /** The vector's length, that is its Euclidean norm. */
    public double length() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += (double) at(i) * at(i);
        }
        return Math.sqrt(sum);
    }

    /** The components farthest from zero, the farthest first. */
    public List<Integer> largest(int most) {
        return IntStream.range(0, size()).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> Math.abs(at(i))).reversed()).limit(most).toList();
    }
}
