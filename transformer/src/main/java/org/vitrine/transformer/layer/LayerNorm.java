package org.vitrine.transformer.layer;

import org.jetbrains.annotations.Debug;
import org.vitrine.transformer.tensor.Tensor;

/**
 * The weights of layer normalisation, y = (x − mean) / √(variance + ε) · gain + bias, over the last axis.
 *
 * <p>Ba, Kiros, Hinton 2016, "Layer Normalization", equation 4.
 *
 * @param gain [d]
 * @param bias [d]
 * @param epsilon added to the variance, so that a row of equal numbers does not divide by zero
 */
@Debug.Renderer(text = "this.toString()")
public record LayerNorm(Tensor gain, Tensor bias, float epsilon) {
    public LayerNorm {
        if (gain.shape().rank() != 1 || !gain.shape().equals(bias.shape())) {
            throw new IllegalArgumentException(
                    "gain " + gain.shape() + " and bias " + bias.shape() + " must both be [d]");
        }
    }

    /** Shape, then statistics and corner values of both, in one line. */
    @Override
    public String toString() {
        return "LayerNorm [d=" + gain.size() + ", epsilon=" + epsilon + "] gain " + gain.summary() + " bias "
                + bias.summary();
    }
}
