package org.vitrine.explain.attention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The strong links that no habit explains, so that it must be the words: between two tokens of the text, neither neighbours nor
 * the same, and not to the first token of a text that is being written, where heads rest that have nothing to do.
 */
public final class StrikingLinks {
    private static final Comparator<AttentionLink> STRONGEST_FIRST = Comparator.comparingDouble(AttentionLink::weight)
            .reversed().thenComparing(AttentionLink::head).thenComparing(link -> link.query().position())
            .thenComparing(link -> link.key().position());

    private StrikingLinks() {
    }

    /**
     * The strongest of a map, the strongest first.
     *
     * @param most how many at most
     * @param threshold the least weight
     */
    public static List<AttentionLink> of(AttentionMap map, int most, double threshold) {
        List<AttentionLink> links = new ArrayList<>();
        for (int row = 0; row < map.rows(); row++) {
            links.addAll(of(map, row, most, threshold));
        }
        links.sort(STRONGEST_FIRST);
        return List.copyOf(links.subList(0, Math.min(most, links.size())));
    }

    /** The strongest of one row of a map, that is of a head or of the average. */
    public static List<AttentionLink> of(AttentionMap map, int row, int most, double threshold) {
        List<AttentionLink> links = new ArrayList<>();
        float[] weights = map.weights().data(); // of a long text there are many: no time for indices
        int place = row * map.queries().size() * map.keys().size();
        double least = threshold;
        for (int query = 0; query < map.queries().size(); query++) {
            for (int key = 0; key < map.keys().size(); key++) {
                double weight = weights[place++];
                if (weight > 0 && weight >= least && isStriking(map.kind(), map.queries().get(query),
                        map.keys().get(key))) {
                    links.add(new AttentionLink(map.head(row), map.queries().get(query), map.keys().get(key), weight));
                    least = cut(links, most, least);
                }
            }
        }
        links.sort(STRONGEST_FIRST);
        return List.copyOf(links.subList(0, Math.min(most, links.size())));
    }

    /** Forgets the weakest now and then, and returns what a further link must weigh. */
    private static double cut(List<AttentionLink> links, int most, double least) {
        if (links.size() < 2 * most + 1) {
            return least;
        }
        links.sort(STRONGEST_FIRST);
        links.subList(most, links.size()).clear();
        return most == 0 ? least : links.getLast().weight();
    }

    private static boolean isStriking(AttentionKind kind, AttentionToken query, AttentionToken key) {
        if (query.special() || key.special()) {
            return false;
        }
        return switch (kind) {
            case ENCODER -> Math.abs(query.position() - key.position()) > 1;
            case DECODER -> Math.abs(query.position() - key.position()) > 1 && key.position() > 0;
            case CROSS -> true;
        };
    }
}
