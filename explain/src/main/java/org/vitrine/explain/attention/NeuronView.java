package org.vitrine.explain.attention;

import java.util.List;
import org.vitrine.transformer.tensor.Tensor;

/**
 * One head's arithmetic, number by number: BertViz' neuron view, with the values and what the head writes.
 *
 * @param kind who looks at whom
 * @param layer counted from 0
 * @param head counted from 0
 * @param queries those that look
 * @param keys those that are looked at
 * @param q what each query asks [T, e]
 * @param k what each key offers [S, e]
 * @param v what each key has to say [S, e]
 * @param scores q·k, scaled (usually by 1/√e) and masked: −∞ where a query must not look [T, S]
 * @param weights softmax of the scores [T, S]
 * @param result what the head brings back: weights·v [T, e]
 * @param written what the head adds to the stream: result·Wo, without the bias that all heads share [T, d]
 */
public record NeuronView(AttentionKind kind, int layer, int head, List<AttentionToken> queries,
        List<AttentionToken> keys, Tensor q, Tensor k, Tensor v, Tensor scores, Tensor weights, Tensor result,
        Tensor written) {
    public NeuronView {
        queries = List.copyOf(queries);
        keys = List.copyOf(keys);
    }
}
