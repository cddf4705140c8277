package org.vitrine.ui.picture;

import org.vitrine.explain.tensors.TensorHistogram;
import org.vitrine.explain.tensors.TensorStatistics;
import org.vitrine.transformer.tensor.Tensor;

/**
 * What a tensor's numbers are like.
 *
 * @param statistics in a few numbers
 * @param histogram how many lie where
 */
public record TensorNumbers(TensorStatistics statistics, TensorHistogram histogram) {
    private static final int PARTS = 48;

    /** What all numbers of a tensor are like. */
    public static TensorNumbers of(Tensor tensor) {
        return new TensorNumbers(TensorStatistics.of(tensor), TensorHistogram.of(tensor, PARTS));
    }
}
