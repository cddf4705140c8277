package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

    /** Takes a link apart, for a long text has millions. */
    @FunctionalInterface
    private interface Taker {
        void take(int row, int query, int key, float weight);
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
    static ShownLinks of(LinkWeights weights, IntStream rows, Show show, int most) {
        int[] wanted = rows.toArray();
        Largest strongest = new Largest(most + 1);
        each(weights, wanted, show, (row, query, key, weight) -> strongest.add(Math.abs(weight)));
        boolean cut = strongest.seen() > most;
        double least = cut ? Math.nextUp((double) strongest.least()) : show.threshold();
        List<Link> links = new ArrayList<>();
        each(weights, wanted, new Show(least, show.query()),
                (row, query, key, weight) -> links.add(new Link(row, query, key, weight)));
        return new ShownLinks(links, least, cut);
    }

    private static void each(LinkWeights weights, int[] rows, Show show, Taker taker) {
        int queries = weights.map().queries().size();
        boolean all = show.query() == Show.ALL;
        for (int row : rows) {
            for (int query = all ? 0 : show.query(); query < (all ? queries : show.query() + 1); query++) {
                each(weights, row, query, show.threshold(), taker);
            }
        }
    }

    private static void each(LinkWeights weights, int row, int query, double least, Taker taker) {
        float[] data = weights.data();
        int start = weights.start(row, query);
        int keys = weights.map().keys().size();
        for (int key = 0; key < keys; key++) {
            float weight = data[start + key];
            if (Math.abs(weight) > 0 && Math.abs(weight) >= least) {
                taker.take(row, query, key, weight);
            }
        }
    }
}
