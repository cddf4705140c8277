package org.vitrine.explain.attention;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.vitrine.transformer.tensor.Tensor;

/**
 * How the attention of one layer changed, for example because a head was switched off. A change is positive where a token is
 * looked at more than before; the changes of a row sum to 0 as long as no token is left out.
 *
 * @param before the weights without the intervention
 * @param after the weights with it, of the same heads and tokens
 * @param difference what was added to each weight, −1 to 1: [H, T, S]
 */
public record AttentionChange(AttentionMap before, AttentionMap after, Tensor difference) {
    public AttentionChange {
        requireSame(before.kind(), after.kind());
        requireSame(before.layer(), after.layer());
        requireSame(before.heads(), after.heads());
        requireSame(before.averaged(), after.averaged());
        requireSame(before.queries(), after.queries());
        requireSame(before.keys(), after.keys());
        requireSame(after.weights().shape(), difference.shape());
    }

    /**
     * From one map to another.
     *
     * @throws IllegalArgumentException if they are not of the same heads and tokens
     */
    public static AttentionChange between(AttentionMap before, AttentionMap after) {
        requireSame(before.weights().shape(), after.weights().shape());
        float[] difference = after.weights().data().clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= before.weights().data()[i];
        }
        return new AttentionChange(before, after, Tensor.of(difference, after.weights().shape()));
    }

    private static void requireSame(Object before, Object after) {
        if (!before.equals(after)) {
            throw new IllegalArgumentException(
                    "a change is one of the same heads and tokens, not from " + before + " to " + after);
        }
    }

    /** The same part of both, for example {@code map -> map.only(heads)}. */
    public AttentionChange narrowed(UnaryOperator<AttentionMap> part) {
        return between(part.apply(before), part.apply(after));
    }

    /** How far the weight that changed most lies from what it was, 0 to 1; 0 where there are none. */
    public double largest() {
        float largest = 0;
        for (float each : difference.data()) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }

    /** The same of several maps. */
    public static double largest(List<AttentionChange> changes) {
        return changes.stream().mapToDouble(AttentionChange::largest).max().orElse(0);
    }

    /**
     * Where a query looks more or less than before, what changed most first; of equals the earlier key first. The weights of
     * these links are what was added.
     *
     * @param row which matrix
     * @param query its place in this view
     * @param most how many links are wanted
     * @param threshold how much must have changed at least, 0 to 1; what did not change is left out in any case
     */
    public List<AttentionLink> strongest(int row, int query, int most, double threshold) {
        Objects.checkIndex(query, after.queries().size());
        int start = (row * after.queries().size() + query) * after.keys().size();
        return new LinkRow(after.head(row), after.queries().get(query), after.keys(),
                Arrays.copyOfRange(difference.data(), start, start + after.keys().size())).strongest(most, threshold);
    }
}
