package org.vitrine.explain.attention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where one token looks, a row of a matrix of attention.
 *
 * @param head counted from 0; {@link AttentionLink#AVERAGE} for the average of several
 * @param query who looks
 * @param keys those that are looked at
 * @param weights the row, one for each key; or what was added to each, which may be negative
 */
record LinkRow(int head, AttentionToken query, List<AttentionToken> keys, float[] weights) {
    /** The links that weigh something, and at least the threshold, in the order of the keys. */
    List<AttentionLink> links(double threshold) {
        requireShare(threshold);
        List<AttentionLink> links = new ArrayList<>();
        for (int key = 0; key < weights.length; key++) {
            if (weights[key] > 0 && weights[key] >= threshold) {
                links.add(new AttentionLink(head, query, keys.get(key), weights[key]));
            }
        }
        return List.copyOf(links);
    }

    /** The links furthest from 0, and at least the threshold, the furthest first; of equals the earlier key first. */
    List<AttentionLink> strongest(int most, double threshold) {
        requireShare(threshold);
        if (most < 0) {
            throw new IllegalArgumentException("of links there are 0 or more, not " + most);
        }
        int[] best = new int[Math.min(most, weights.length)];
        int count = 0;
        for (int key = 0; key < weights.length; key++) {
            if (strength(key) > 0 && strength(key) >= threshold) {
                count = insert(key, best, count);
            }
        }
        return Arrays.stream(best, 0, count)
                .mapToObj(key -> new AttentionLink(head, query, keys.get(key), weights[key])).toList();
    }

    private float strength(int key) {
        return Math.abs(weights[key]);
    }

    private static void requireShare(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold is a share of the attention, 0 to 1, not " + threshold);
        }
    }

    /** Puts a key behind those that weigh as much or more, unless so many are wanted that it has no place. */
    private int insert(int key, int[] best, int count) {
        int place = count;
        while (place > 0 && strength(best[place - 1]) < strength(key)) {
            place--;
        }
        if (place == best.length) {
            return count;
        }
        int now = Math.min(count + 1, best.length);
        System.arraycopy(best, place, best, place + 1, now - 1 - place);
        best[place] = key;
        return now;
    }
}
