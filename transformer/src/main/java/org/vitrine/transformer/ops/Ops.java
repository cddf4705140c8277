package org.vitrine.transformer.ops;

import java.util.Collection;
import java.util.function.IntConsumer;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * The operations a transformer is made of. Each makes a fresh tensor and leaves its arguments alone; each checks its
 * shapes first and says both of them when they do not fit. {@link ScalarOps} is the definition; another back end may
 * differ from it by no more than is stated at each operation.
 *
 * <p>Letters: T, S rows, H stacked matrices (heads), n any number of axes.
 */
public interface Ops {
    /** What this back end is called, for example {@code scalar}. */
    String name();

    /**
     * a + b, number by number, two tensors of one shape: how a part writes to the stream (Vaswani et al. 2017, section 3.1, the
     * residual connection). The same bits on every back end that runs on a CPU.
     */
    Tensor add(Tensor a, Tensor b);

    /**
     * x · factor, number by number: 1/√e for attention's dot products (Vaswani et al. 2017, section 3.2.1), √d for BART's token
     * rows with {@code scale_embedding} (section 3.4). The same bits on every back end that runs on a CPU.
     */
    Tensor scale(Tensor x, float factor);

    /**
     * x·W + b: [T, in] → [T, out], row by row. W is [in, out], as the equation says. So does a GPT-2 checkpoint store it (Hugging
     * Face's {@code Conv1D}); PyTorch's {@code Linear}, which BERT and BART are made of, stores [out, in], which is turned round
     * when it is loaded.
     *
     * <p>Sums over the inputs in their order with fused multiply-adds, then adds the bias; the same bits on every back end that
     * runs on a CPU.
     */
    Tensor linear(Tensor x, Linear layer);

    /**
     * x·Wᵀ, the weight read from its outputs back to its inputs: [T, out] → [T, in]. No forward pass needs it; the search for factors
     * does, which reads one matrix both ways.
     *
     * <p>Each product goes into one of 16 running sums, output j into sum j mod 16, with fused multiply-adds; then, in
     * double precision, the upper half of the sums is added to the lower half until one is left. The same bits on every back
     * end that runs on a CPU.
     */
    Tensor linearT(Tensor x, Weight weight);

    /**
     * a·b, matrix by matrix: [H, T, S] and [H, S, e] → [H, T, e]. In attention the pattern times the values (Vaswani et al. 2017,
     * equation 1). Order of summation and accuracy as {@link #linear}.
     */
    Tensor matmul(Tensor a, Tensor b);

    /**
     * a·bᵀ, matrix by matrix: [H, T, e] and [H, S, e] → [H, T, S]. In attention every query times every key (Vaswani et al. 2017,
     * equation 1), not yet scaled. Order of summation and accuracy as {@link #linear}.
     */
    Tensor matmulT(Tensor a, Tensor b);

    /**
     * Hides the future: [H, T, S] → [H, T, S]. The T rows are the last T of S positions, so row t keeps columns 0 to
     * S − T + t; the others become −∞ (Vaswani et al. 2017, section 3.2.3). With a cache S is larger than T: the rows are new, the
     * columns are all tokens so far.
     *
     * <p>Hugging Face adds the lowest float32 to what is hidden, about −3.4e38, in place of −∞. The softmax of both is exactly 0 as
     * long as a row has one number that is not hidden.
     */
    Tensor causalMask(Tensor scores);

    /**
     * exp(x − max) / Σ exp(x − max) over the last axis, any shape. To take the largest off changes nothing but keeps exp from
     * overflowing. −∞ becomes 0; a row of nothing but −∞ has no answer and becomes NaN. Within 1e-6 of the definition.
     */
    Tensor softmax(Tensor x);

    /**
     * (x − mean) / √(variance + ε) · gain + bias over the last axis: [T, d] → [T, d]. Ba, Kiros, Hinton 2016, "Layer
     * Normalization", equation 4. Within 1e-6 + 1e-6·|y|.
     *
     * <p>As PyTorch's {@code LayerNorm} has it: the variance divides by d, not by d − 1 (it is "biased"), and ε is added within the
     * root. ε matters: 1e-12 in BERT, 1e-5 in GPT-2 and BART.
     */
    Tensor layerNorm(Tensor x, LayerNorm norm);

    /**
     * x·Φ(x) = x/2 · (1 + erf(x/√2)), any shape, Φ the normal distribution: Hendrycks and Gimpel 2016, "Gaussian Error Linear
     * Units", section 2. The exact one: {@code gelu} in BERT's and BART's configurations. Within 2e-7 + 2e-7·|y|.
     */
    Tensor gelu(Tensor x);

    /**
     * x/2 · (1 + tanh(√(2/π)·(x + 0.044715·x³))), any shape: the approximation from the same section, up to 5e-4 beside {@link
     * #gelu}. {@code gelu_new} in GPT-2's configuration: the model was trained with it, so the exact one would be the wrong one.
     * Within 1e-6 + 1e-6·|y|.
     */
    Tensor geluTanh(Tensor x);

    /** max(0, x): Vaswani et al. 2017, equation 2, before GELU. The same bits on every back end that runs on a CPU. */
    Tensor relu(Tensor x);

    /** x·σ(x) = x / (1 + exp(−x)), which Hendrycks and Gimpel 2016 name SiLU; other models call it swish. Within 1e-6 + 1e-6·|y|. */
    Tensor silu(Tensor x);

    /** The hyperbolic tangent, any shape: BERT's pooler. Within 1e-6. */
    Tensor tanh(Tensor x);

    /**
     * Runs task 0 to task count − 1, each once, and returns when all are done: one after the other, or side by side on a back
     * end with threads, where the operations that a task calls stay in its thread. Tasks must not depend on each other.
     */
    default void each(int count, IntConsumer task) {
        for (int i = 0; i < count; i++) {
            task.accept(i);
        }
    }

    /**
     * The operations for work beside a forward pass, which looks at every result at once: these, unless the numbers would have
     * to come from a device each time.
     */
    default Ops onHost() {
        return this;
    }

    /** Brings the numbers of these tensors here if a device holds them, all at once. */
    default void fetch(Collection<Tensor> tensors) {
    }
}
