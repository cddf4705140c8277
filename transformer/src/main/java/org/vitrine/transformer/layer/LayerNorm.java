package org.vitrine.transformer.layer;

import org.jetbrains.annotations.Debug;
import org.vitrine.transformer.tensor.Tensor;

/**
 * The weights of layer normalisation, y = (x − mean) / √(variance + ε) · gain + bias, over the last axis.
 *
 * <p>Ba, Kiros, Hinton 2016, "Layer Normalization", equation 4. The mean and the variance are of one row, so no token knows of
 * another. The variance divides by d, not by d − 1, and ε is within the root, as in PyTorch's {@code LayerNorm}, whose {@code
 * weight} and {@code bias} are gain and bias here; BERT's first checkpoints say {@code gamma} and {@code beta}.
 *
 * @param gain [d]
 * @param bias [d]
 * @param epsilon added to the variance, so that a row of equal numbers does not divide by zero: 1e-12 in BERT, 1e-5 in GPT-2 and
 *     BART
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
