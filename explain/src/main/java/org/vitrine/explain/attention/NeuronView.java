package org.vitrine.explain.attention;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.vitrine.transformer.tensor.Shape;
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
        requireShape("q", q, queries.size(), q.dim(-1));
        requireShape("k", k, keys.size(), q.dim(-1));
        requireShape("v", v, keys.size(), v.dim(-1));
        requireShape("scores", scores, queries.size(), keys.size());
        requireShape("weights", weights, queries.size(), keys.size());
        requireShape("result", result, queries.size(), v.dim(-1));
        requireShape("written", written, queries.size(), written.dim(-1));
    }

    /** Only one text looking at one; nothing where there is no such text. */
    public NeuronView filtered(SentenceFilter filter) {
        return select(Selection.of(queries, filter::asks), Selection.of(keys, filter::answers));
    }

    /** Without the tokens that the model's template put there, neither looking nor looked at. */
    public NeuronView withoutSpecials() {
        return select(Selection.of(queries, token -> !token.special()), Selection.of(keys, token -> !token.special()));
    }

    /** What a query brings back and writes stays the whole of it, for the keys left out had their say in it. */
    private NeuronView select(Selection asking, Selection answering) {
        return new NeuronView(kind, layer, head, asking.tokens(), answering.tokens(), asking.rows(q),
                answering.rows(k), answering.rows(v), asking.cellsOfMatrix(scores, answering),
                asking.cellsOfMatrix(weights, answering), asking.rows(result), asking.rows(written));
    }

    /** Whether a query may look at a key; both are places in this view. */
    public boolean visible(int query, int key) {
        return scores.at(query, key) != Float.NEGATIVE_INFINITY;
    }

    /** The query times each key, neuron by neuron, neither summed nor scaled: [S, e]. */
    public Tensor product(int query) {
        int width = q.dim(1);
        float[] asked = q.rows(query).data();                                           // [e]
        float[] out = new float[k.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = asked[i % width] * k.data()[i];
        }
        return Tensor.of(out, k.shape());
    }

    /** q·k of a query and a key, summed in double precision, neither scaled nor masked. */
    public double dot(int query, int key) {
        double sum = 0;
        for (int neuron = 0; neuron < q.dim(1); neuron++) {
            sum += (double) q.at(query, neuron) * k.at(key, neuron);
        }
        return sum;
    }

    /** What each neuron adds to q·k, the largest first, whether it adds or takes away; of equals the first neuron first. */
    public List<NeuronTerm> terms(int query, int key) {
        return IntStream.range(0, q.dim(1)).mapToObj(neuron -> term(neuron, q.at(query, neuron), k.at(key, neuron)))
                .sorted(Comparator.comparingDouble((NeuronTerm term) -> Math.abs(term.product())).reversed()).toList();
    }

    private static NeuronTerm term(int neuron, float q, float k) {
        return new NeuronTerm(neuron, q, k, q * k);
    }

    /**
     * Where a query looks most, strongest first; of equals the earlier key first.
     *
     * @param query its place in this view
     * @param most how many links are wanted
     * @param threshold what a link must weigh at least, 0 to 1; weightless ones are left out in any case
     */
    public List<AttentionLink> strongest(int query, int most, double threshold) {
        Objects.checkIndex(query, queries.size());
        int start = query * keys.size();
        float[] row = Arrays.copyOfRange(weights.data(), start, start + keys.size());
        return new LinkRow(head, queries.get(query), keys, row).strongest(most, threshold);
    }

    private static void requireShape(String name, Tensor matrix, int rows, int columns) {
        Shape expected = Shape.of(rows, columns);
        if (!matrix.shape().equals(expected)) {
            throw new IllegalArgumentException(name + " has shape " + matrix.shape() + ", expected " + expected);
        }
    }
}
