package org.vitrine.explain.attention;

import java.util.List;
import org.vitrine.transformer.tensor.Tensor;

/**
 * Where the heads of one layer look. All numbers are the model's; what is left out of a view is left out, and the rest is
 * not made to sum to 1.
 *
 * @param kind who looks at whom
 * @param layer counted from 0
 * @param heads the heads that are shown, counted from 0
 * @param averaged whether the weights are the heads' average, a single matrix
 * @param queries those that look
 * @param keys those that are looked at
 * @param weights a matrix for each head, or one for their average: [H, T, S]
 */
public record AttentionMap(AttentionKind kind, int layer, List<Integer> heads, boolean averaged,
        List<AttentionToken> queries, List<AttentionToken> keys, Tensor weights) {
    public AttentionMap {
        heads = List.copyOf(heads);
        queries = List.copyOf(queries);
        keys = List.copyOf(keys);
    }
}
