package org.vitrine.explain.attention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.vitrine.transformer.tensor.Shape;
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
        Shape shape = Shape.of(averaged ? 1 : heads.size(), queries.size(), keys.size());
        if (!weights.shape().equals(shape)) {
            throw new IllegalArgumentException("attention of shape " + weights.shape() + ", expected " + shape);
        }
    }

    /**
     * Some of the heads, in the order asked for.
     *
     * @throws IllegalArgumentException if there are none, one is not shown here or comes twice, or the heads are averaged
     */
    public AttentionMap only(List<Integer> wanted) {
        if (averaged) {
            throw new IllegalArgumentException("an average cannot be taken apart: choose the heads first");
        }
        if (wanted.isEmpty() || !heads.containsAll(wanted) || new HashSet<>(wanted).size() < wanted.size()) {
            throw new IllegalArgumentException("the heads are " + heads + ", each to be chosen once, not " + wanted);
        }
        if (wanted.equals(heads)) {
            return this;
        }
        int size = queries.size() * keys.size();
        float[] out = new float[wanted.size() * size];
        for (int i = 0; i < wanted.size(); i++) {
            System.arraycopy(weights.data(), heads.indexOf(wanted.get(i)) * size, out, i * size, size);
        }
        Tensor some = Tensor.of(out, wanted.size(), queries.size(), keys.size());
        return new AttentionMap(kind, layer, wanted, false, queries, keys, some);
    }

    /** Only one text looking at one; nothing where there is no such text. */
    public AttentionMap filtered(SentenceFilter filter) {
        return select(Selection.of(queries, filter::asks), Selection.of(keys, filter::answers));
    }

    /** Without the tokens that the model's template put there, neither looking nor looked at. */
    public AttentionMap withoutSpecials() {
        return select(Selection.of(queries, token -> !token.special()), Selection.of(keys, token -> !token.special()));
    }

    private AttentionMap select(Selection asking, Selection answering) {
        if (asking.tokens().size() == queries.size() && answering.tokens().size() == keys.size()) {
            return this; // nothing is left out
        }
        return new AttentionMap(kind, layer, heads, averaged, asking.tokens(), answering.tokens(),
                asking.cells(weights, answering));
    }

    /** The mean of the heads shown: one matrix. */
    public AttentionMap average() {
        if (averaged) {
            return this;
        }
        int size = queries.size() * keys.size();
        float[] mean = new float[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            for (int row = 0; row < rows(); row++) {
                sum += weights.data()[row * size + i];
            }
            mean[i] = (float) (sum / rows());
        }
        return new AttentionMap(kind, layer, heads, true, queries, keys,
                Tensor.of(mean, 1, queries.size(), keys.size()));
    }

    /** How many matrices there are: one for each head shown, or 1 for their average. */
    public int rows() {
        return weights.dim(0);
    }

    /** Which head a matrix belongs to; {@link AttentionLink#AVERAGE} for the average. */
    public int head(int row) {
        Objects.checkIndex(row, rows());
        return averaged ? AttentionLink.AVERAGE : heads.get(row);
    }

    /** The share of its attention that a query gives to a key; all three are places in this view. */
    public float weight(int row, int query, int key) {
        return weights.at(row, query, key);
    }

    /** The share of their attention that the queries of this view give to its keys, on average: 1 if no key is left out. */
    public double given(int row) {
        double sum = 0;
        for (int query = 0; query < queries.size(); query++) {
            for (int key = 0; key < keys.size(); key++) {
                sum += weight(row, query, key);
            }
        }
        return sum / queries.size();
    }

    /**
     * Where a query looks most, strongest first; of equals the earlier key first.
     *
     * @param row which matrix
     * @param query its place in this view
     * @param most how many links are wanted
     * @param threshold what a link must weigh at least, 0 to 1; weightless ones are left out in any case
     */
    public List<AttentionLink> strongest(int row, int query, int most, double threshold) {
        return row(row, query).strongest(most, threshold);
    }

    /** All links that weigh something, and at least the threshold, in the order of heads, queries and keys. */
    public List<AttentionLink> links(double threshold) {
        List<AttentionLink> links = new ArrayList<>();
        for (int row = 0; row < rows(); row++) {
            for (int query = 0; query < queries.size(); query++) {
                links.addAll(row(row, query).links(threshold));
            }
        }
        return List.copyOf(links);
    }

    private LinkRow row(int row, int query) {
        Objects.checkIndex(row, rows());
        Objects.checkIndex(query, queries.size());
        int start = (row * queries.size() + query) * keys.size();
        return new LinkRow(head(row), queries.get(query), keys,
                Arrays.copyOfRange(weights.data(), start, start + keys.size()));
    }
}
