package org.vitrine.explain.attention;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much a head looks at the word that a model would have to copy, which stands at another place each time.
 *
 * @param share the share of its attention that it gives to that word, on average over the tokens that have one; 0 if none has
 * @param tokens how many tokens have one
 * @param first at how many of them that word gets most
 */
public record CopyHabit(double share, int tokens, int first) {
    private static final int NONE = -1;
    /** In front of it a decoder reads its start token and the first word, which nothing announces. */
    private static final int FIRST_WRITER = 2;

    /**
     * Induction: where two tokens in a row have been there before, the word that followed them then (Olsson et al. 2022,
     * "In-context Learning and Induction Heads").
     *
     * @param map of a decoder's or an encoder's own tokens, all of them
     * @param row which of its matrices
     */
    public static CopyHabit induction(AttentionMap map, int row) {
        Map<Integer, Integer> places = new HashMap<>();
        int[] wanted = new int[map.queries().size()];
        for (int query = 0; query < wanted.length; query++) {
            int id = map.queries().get(query).id();
            int before = places.getOrDefault(id, NONE);
            boolean again = before > 0 && map.queries().get(query - 1).id() == map.queries().get(before - 1).id();
            wanted[query] = again ? before + 1 : NONE;
            places.putIfAbsent(id, query);
        }
        return of(map, row, wanted);
    }

    /**
     * Copying across: while a decoder writes a word that stands in the encoder's text, that word there.
     *
     * @param map of cross attention, with all tokens
     * @param row which of its matrices
     */
    public static CopyHabit across(AttentionMap map, int row) {
        Map<Integer, Integer> places = new HashMap<>();
        map.keys().stream().filter(key -> !key.special()).forEach(key -> places.putIfAbsent(key.id(), key.position()));
        int[] wanted = IntStream.range(0, map.queries().size())
                .map(query -> query < FIRST_WRITER || query + 1 >= map.queries().size() ? NONE
                        : places.getOrDefault(map.queries().get(query + 1).id(), NONE))
                .toArray();
        return of(map, row, wanted);
    }

    /** @param wanted the key that each query should look at, or {@link #NONE} */
    private static CopyHabit of(AttentionMap map, int row, int[] wanted) {
        double sum = 0;
        int tokens = 0;
        int first = 0;
        for (int query = 0; query < wanted.length; query++) {
            if (wanted[query] != NONE) {
                sum += map.weight(row, query, wanted[query]);
                tokens++;
                int most = map.strongest(row, query, 1, 0).stream().map(link -> link.key().position()).findFirst()
                        .orElse(NONE);
                first += most == wanted[query] ? 1 : 0;
            }
        }
        return new CopyHabit(tokens == 0 ? 0 : sum / tokens, tokens, first);
    }
}
