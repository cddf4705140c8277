package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionMap;

/**
 * The links of a map that are drawn.
 *
 * @param links in the order of the matrices, queries and keys
 * @param least no link below this weight is among them
 * @param cut whether there were too many, so that {@code least} was raised to leave only the strongest
 */
record ShownLinks(List<Link> links, double least, boolean cut) {
    /**
     * A link, by places in its map.
     *
     * @param row which of the map's matrices
     */
    record Link(int row, int query, int key, float weight) {
    }

    ShownLinks {
        links = List.copyOf(links);
    }

    /**
     * Chooses links.
     *
     * @param rows which of the map's matrices
     * @param query the only query, or {@link HeadViewPicture#ALL}
     * @param least what a link must weigh at least; weightless ones are left out in any case
     * @param most about how many there may be: of equally strong ones none or all stay
     */
    static ShownLinks of(AttentionMap map, IntStream rows, int query, double least, int most) {
        List<Link> links = new ArrayList<>();
        int keys = map.keys().size();
        float[] weights = map.weights().data();
        rows.forEach(row -> {
            for (int q = 0; q < map.queries().size(); q++) {
                int start = (row * map.queries().size() + q) * keys;
                for (int key = 0; key < keys && (query < 0 || q == query); key++) {
                    if (weights[start + key] >= least && weights[start + key] > 0) {
                        links.add(new Link(row, q, key, weights[start + key]));
                    }
                }
            }
        });
        if (links.size() <= most) {
            return new ShownLinks(links, least, false);
        }
        double[] sorted = links.stream().mapToDouble(Link::weight).toArray();
        Arrays.sort(sorted);
        double raised = Math.nextUp(sorted[sorted.length - most - 1]);
        return new ShownLinks(links.stream().filter(link -> link.weight >= raised).toList(), raised, true);
    }
}
