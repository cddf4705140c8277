package org.vitrine.transformer.layer;

import org.jetbrains.annotations.Debug;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * The weights of y = x·W + b.
 *
 * <p>W is [in, out]: column j makes output j, as the equation has it. PyTorch's {@code Linear} stores [out, in], Hugging Face's
 * {@code Conv1D}, of which GPT-2 is made, [in, out]; both are read into the same form, and a square matrix that was not turned
 * round would fit as well and be wrong.
 *
 * @param weight W [in, out]
 * @param bias b [out]
 */
@Debug.Renderer(text = "this.toString()")
public record Linear(Weight weight, Tensor bias) {
    public Linear {
        if (bias.shape().rank() != 1 || bias.size() != weight.outputs()) {
            throw new IllegalArgumentException(
                    "a linear layer with " + weight.outputs() + " outputs takes as many biases, not " + bias.shape());
        }
    }

    /** A layer that only multiplies: its bias is zero. */
    public static Linear withoutBias(Weight weight) {
        return new Linear(weight, Tensor.of(new float[weight.outputs()], weight.outputs()));
    }

    /** Shape, then statistics and corner values of both, in one line. */
    @Override
    public String toString() {
        return "Linear [in=" + weight.inputs() + ", out=" + weight.outputs() + "] weight " + weight.summary() + " bias "
                + bias.summary();
    }
}
