package org.vitrine.transformer.layer;

import static org.vitrine.transformer.trace.Site.HEADS;
import static org.vitrine.transformer.trace.Site.PATTERN;
import static org.vitrine.transformer.trace.Site.SCORES;

import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Scope;

/**
 * Scaled dot-product attention: Vaswani et al. 2017, "Attention Is All You Need", section 3.2.1, equation 1.
 *
 * <pre>
 *   Attention(Q, K, V) = softmax(Q·Kᵀ / √e) · V
 *
 *   T tokens that ask   S tokens that answer   H heads   e width of a head
 * </pre>
 *
 * <p>All heads at once, each a matrix of its own. The product is scaled, then masked with −∞, then a softmax is taken of each row;
 * Hugging Face's {@code eager_attention_forward} does the same, but adds the lowest float32 in place of −∞. There is no dropout:
 * that is for training.
 *
 * @param scaling what the dot products are multiplied with, usually 1/√e
 * @param mask which tokens a token may look at
 */
public record Attention(float scaling, Mask mask) {
    /** Which tokens a token may look at. */
    public enum Mask {
        /** All of them: BERT, BART's encoder, cross attention. */
        NONE,
        /** Itself and those before it: GPT-2, BART's decoder. */
        CAUSAL
    }

    /**
     * What every head brings back for every token. Masked scores are −∞; the pattern's rows sum to 1.
     *
     * @param q what each token asks [H, T, e]
     * @param k what each token offers [H, S, e]
     * @param v what each token has to say [H, S, e]
     * @param t where to record
     * @return the heads' results [H, T, e], before they are put side by side and projected
     */
    public Tensor attend(Ops ops, Tensor q, Tensor k, Tensor v, Scope t) {
        Tensor scaled = ops.scale(ops.matmulT(q, k), scaling);                                      // [H, T, S]
        Tensor scores = t.keep(SCORES, mask == Mask.CAUSAL ? ops.causalMask(scaled) : scaled);      // [H, T, S]
        Tensor pattern = t.keep(PATTERN, ops.softmax(scores));                                      // [H, T, S]
        Tensor heads = t.keep(HEADS, ops.matmul(pattern, v));                                       // [H, T, e]
        return heads;
    }
}
