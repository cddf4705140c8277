package org.vitrine.transformer.ops;

import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/** The shape checks at the entry of each operation, for every back end: one sentence that says both shapes. */
public final class Checks {
    private Checks() {
    }

    /** Two tensors of one shape. */
    public static void add(Tensor a, Tensor b) {
        require(a.shape().equals(b.shape()), "add: %s and %s differ", a, b);
    }

    /** x [T, in] and a layer that takes as many inputs. */
    public static void linear(Tensor x, Linear layer) {
        if (x.shape().rank() != 2 || x.dim(1) != layer.weight().inputs()) {
            throw new IllegalArgumentException("linear: " + show(x) + " does not fit " + layer.weight().label()
                    + ", which takes [T, " + layer.weight().inputs() + "]");
        }
    }

    /** x [T, out] and a weight with as many outputs. */
    public static void linearT(Tensor x, Weight weight) {
        if (x.shape().rank() != 2 || x.dim(1) != weight.outputs()) {
            throw new IllegalArgumentException(
                    "linearT: " + show(x) + " does not fit " + weight.label() + ", which takes [T, "
                            + weight.outputs() + "] backwards");
        }
    }

    /** As many matrices on both sides, [H, T, S] and [H, S, e]. */
    public static void matmul(Tensor a, Tensor b) {
        require(stacked(a, b) && a.dim(2) == b.dim(1), "matmul: %s and %s are not [H, T, S] and [H, S, e]", a, b);
    }

    /** As many matrices on both sides, with rows of one width: [H, T, e] and [H, S, e]. */
    public static void matmulT(Tensor a, Tensor b) {
        require(stacked(a, b) && a.dim(2) == b.dim(2), "matmulT: %s and %s are not [H, T, e] and [H, S, e]", a, b);
    }

    /** [H, T, S], the last T of S positions. */
    public static void causalMask(Tensor scores) {
        if (scores.shape().rank() != 3 || scores.dim(1) > scores.dim(2)) {
            throw new IllegalArgumentException("causalMask: " + show(scores) + " is not [H, T, S] with T at most S");
        }
    }

    /** Anything that has rows. */
    public static void softmax(Tensor x) {
        if (x.shape().rank() == 0) {
            throw new IllegalArgumentException("softmax: a single number has no row to sum over");
        }
    }

    /** Rows as wide as the gain. */
    public static void layerNorm(Tensor x, LayerNorm norm) {
        if (x.shape().rank() == 0 || x.dim(-1) != norm.gain().size()) {
            throw new IllegalArgumentException(
                    "layerNorm: " + show(x) + " does not fit a gain of " + norm.gain().shape());
        }
    }

    private static boolean stacked(Tensor a, Tensor b) {
        return a.shape().rank() == 3 && b.shape().rank() == 3 && a.dim(0) == b.dim(0);
    }

    private static void require(boolean condition, String message, Tensor a, Tensor b) {
        if (!condition) {
            throw new IllegalArgumentException(message.formatted(show(a), show(b)));
        }
    }

    private static String show(Tensor tensor) {
        return tensor.label() + " " + tensor.shape();
    }
}
