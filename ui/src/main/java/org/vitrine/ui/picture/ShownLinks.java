package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.picture.HeadViewPicture.Show;

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
     * Chooses links; weightless ones never.
     *
     * @param rows which of the map's matrices
     * @param most how many there may be; of links that weigh the same either all stay or none
     */
    static ShownLinks of(AttentionMap map, IntStream rows, Show show, int most) {
        List<Link> links = new ArrayList<>();
        rows.forEach(row -> IntStream.range(0, map.queries().size())
                .filter(query -> show.query() == Show.ALL || query == show.query())
                .forEach(query -> add(links, map, row, query, show.threshold())));
        if (links.size() <= most) {
            return new ShownLinks(links, show.threshold(), false);
        }
        double[] sorted = links.stream().mapToDouble(Link::weight).sorted().toArray();
        double raised = Math.nextUp(sorted[sorted.length - most - 1]);
        return new ShownLinks(links.stream().filter(link -> link.weight >= raised).toList(), raised, true);
    }

    private static void add(List<Link> links, AttentionMap map, int row, int query, double least) {
        float[] weights = map.weights().data();
        int start = (row * map.queries().size() + query) * map.keys().size();
        for (int key = 0; key < map.keys().size(); key++) {
            float weight = weights[start + key];
            if (weight > 0 && weight >= least) {
                links.add(new Link(row, query, key, weight));
            }
        }
    }
}
