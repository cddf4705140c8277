package org.vitrine.explain.tensors;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.vitrine.transformer.tensor.Tensor;

/**
 * How many of a tensor's finite numbers lie where, between the least and the greatest of them.
 *
 * @param from the least number; 0 if none is finite
 * @param to the greatest number
 * @param counts how many lie in each of the equal parts between them; a number between two parts counts to the upper one
 */
public record TensorHistogram(double from, double to, List<Integer> counts) {
    public TensorHistogram {
        counts = List.copyOf(counts);
    }

    /**
     * The histogram of a tensor.
     *
     * @param parts how many, at least 1
     */
    public static TensorHistogram of(Tensor tensor, int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("a histogram has at least one part, not " + parts);
        }
        TensorStatistics statistics = TensorStatistics.of(tensor);
        if (statistics.finite() == 0) {
            return new TensorHistogram(0, 0, Collections.nCopies(parts, 0));
        }
        double from = statistics.min();
        double width = statistics.max() - from;
        int[] counts = new int[parts];
        for (float number : tensor.data()) {
            if (Float.isFinite(number)) {
                int part = width > 0 ? (int) (parts * ((number - from) / width)) : 0;
                counts[Math.min(part, parts - 1)]++;
            }
        }
        return new TensorHistogram(from, statistics.max(), Arrays.stream(counts).boxed().toList());
    }

    /** Where a part begins; where the one before it ends. */
    public double edge(int part) {
        return from + (to - from) * part / counts.size();
    }

    /** How many numbers the fullest part has. */
    public int most() {
        return counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
