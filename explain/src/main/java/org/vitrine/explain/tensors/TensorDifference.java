package org.vitrine.explain.tensors;

import org.vitrine.transformer.tensor.Tensor;

/** What became of a tensor. */
public final class TensorDifference {
    private TensorDifference() {
    }

    /**
     * The second less the first, number by number; what is masked (−∞) in both stays masked.
     *
     * @throws IllegalArgumentException if their shapes differ
     */
    public static Tensor of(Tensor before, Tensor after) {
        if (!before.shape().equals(after.shape())) {
            throw new IllegalArgumentException("tensors of shapes " + before.shape() + " and " + after.shape()
                    + " cannot be compared number by number");
        }
        float[] out = new float[after.size()];
        for (int i = 0; i < out.length; i++) {
            float one = before.data()[i];
            float two = after.data()[i];
            out[i] = one == Float.NEGATIVE_INFINITY && two == one ? one : two - one;
        }
        return Tensor.of(out, after.shape());
    }
}
