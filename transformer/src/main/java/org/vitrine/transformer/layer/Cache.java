package org.vitrine.transformer.layer;

import java.util.function.Supplier;
import org.vitrine.transformer.tensor.Tensor;

/**
 * The keys and values of tokens that were read before, so that writing one more token reads one more token. Belongs to
 * generation; looking at a text needs none.
 *
 * <p>Under the causal mask a token never sees what comes after it, so its keys and values stay what they are when the text grows.
 * A pass over T new tokens then has queries [H, T, e], and keys and values [H, S, e] of all S tokens so far; the mask is of [T, S].
 * In BART the encoder's keys and values do not change at all. Hugging Face's {@code past_key_values} hold the same.
 */
public interface Cache {
    /** How many tokens were read before the pass that is about to begin. */
    int length();

    /** A layer's keys of all tokens so far: [H, T, e] of this pass → [H, S, e]. */
    Tensor keys(int layer, Tensor fresh);

    /** A layer's values of all tokens so far: [H, T, e] of this pass → [H, S, e]. */
    Tensor values(int layer, Tensor fresh);

    /** A layer's keys of the encoder's text, [H, S, e]: they never change, so they are made at the first pass only. */
    Tensor crossKeys(int layer, Supplier<Tensor> fresh);

    /** A layer's values of the encoder's text, [H, S, e], made at the first pass only. */
    Tensor crossValues(int layer, Supplier<Tensor> fresh);

    /** A cache that remembers the same and goes on by itself. Tensors never change, so nothing is copied but pointers. */
    Cache fork();

    /** Remembers nothing: every pass reads its text from the start. */
    static Cache none() {
        return NoCache.INSTANCE;
    }

    /** Remembers every token of every pass. */
    static Cache growing() {
        return new GrowingCache();
    }
}
