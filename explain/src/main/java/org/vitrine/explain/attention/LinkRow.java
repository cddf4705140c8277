package org.vitrine.explain.attention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where one token looks, a row of a matrix of attention.
 *
 * @param head counted from 0; {@link AttentionLink#AVERAGE} for the average of several
 * @param query who looks
 * @param keys those that are looked at
 * @param weights the row, one for each key
 */
record LinkRow(int head, AttentionToken query, List<AttentionToken> keys, float[] weights) {
    /** The links that weigh something, and at least the threshold, in the order of the keys. */
    List<AttentionLink> links(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold is a share of the attention, 0 to 1, not " + threshold);
        }
        List<AttentionLink> links = new ArrayList<>();
        for (int key = 0; key < weights.length; key++) {
            if (weights[key] > 0 && weights[key] >= threshold) {
                links.add(new AttentionLink(head, query, keys.get(key), weights[key]));
            }
        }
        return List.copyOf(links);
    }

    /** The strongest of these links, strongest first; of equals the earlier key first. */
    List<AttentionLink> strongest(int most, double threshold) {
        if (most < 0) {
            throw new IllegalArgumentException("of links there are 0 or more, not " + most);
        }
        return links(threshold).stream().sorted(Comparator.comparingDouble(AttentionLink::weight).reversed())
                .limit(most)
                .toList();
    }
}
