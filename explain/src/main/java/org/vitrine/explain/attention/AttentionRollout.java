package org.vitrine.explain.attention;

import java.util.List;
import org.vitrine.transformer.tensor.Tensor;

/**
 * How much of each token arrives where, through all layers up to one, if attention were all that moves it: Abnar and Zuidema
 * 2020, "Quantifying Attention Flow in Transformers", section 3.
 *
 * @param kind encoder or decoder; across stacks nothing rolls
 * @param tokens who sends and who receives
 * @param layers after each layer: [T, T], row t sums to 1 and says what stands at t
 */
public record AttentionRollout(AttentionKind kind, List<AttentionToken> tokens, List<Tensor> layers) {
    public AttentionRollout {
        tokens = List.copyOf(tokens);
        layers = List.copyOf(layers);
    }
}
