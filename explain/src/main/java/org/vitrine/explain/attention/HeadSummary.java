package org.vitrine.explain.attention;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a head looks at, in a few numbers: each the share of attention that a token gives, on average over the tokens that
 * count.
 *
 * <p>In an encoder the words count. A token of the template ({@code [CLS]}, {@code </s>}) neither counts nor is anybody's
 * neighbour, so the first word has none before it and the last none after it. In a decoder all tokens count but the first,
 * which has nothing to choose from; the tokens it begins with are to it like any it has written. In cross attention all
 * tokens that look count; those they look at are of another text, so nobody has a neighbour among them.
 *
 * <p>A number is 0 where nothing can be given: where no token counts, to the token after in a decoder, and to the token
 * before, itself and the token after in cross attention.
 *
 * @param layer counted from 0
 * @param head counted from 0
 * @param previous to the token before, on average over those that have one
 * @param same to itself
 * @param next to the token after, on average over those that have one
 * @param special to tokens that the model's template put there, all together
 * @param first to the first token
 * @param entropy how spread out the attention is, in bits: 0 looks at one token only
 */
public record HeadSummary(int layer, int head, double previous, double same, double next, double special, double first,
        double entropy) {
    /** Reads one matrix of a map that shows all tokens. */
    static HeadSummary of(AttentionMap map, int row) {
        Matrix matrix = new Matrix(map, row);
        return new HeadSummary(map.layer(), map.head(row), matrix.toNeighbour(-1), matrix.toNeighbour(0),
                matrix.toNeighbour(1), matrix.mean(matrix::toSpecials), matrix.mean(query -> map.weight(row, query, 0)),
                matrix.mean(matrix::entropy));
    }

    /** One head's weights, and who counts. */
    private record Matrix(AttentionMap map, int row) {
        private boolean counts(int query) {
            return switch (map.kind()) {
                case ENCODER -> !map.queries().get(query).special();
                case DECODER -> query > 0;
                case CROSS -> true;
            };
        }

        /** The share given to the token so many places to the right. */
        double toNeighbour(int distance) {
            if (map.kind() == AttentionKind.CROSS) {
                return 0;
            }
            return mean(query -> neighbour(query + distance), query -> map.weight(row, query, query + distance));
        }

        /** Whether there is a token at a place, which somebody beside it may call a neighbour. */
        private boolean neighbour(int place) {
            List<AttentionToken> keys = map.keys();
            return place >= 0 && place < keys.size()
                    && (map.kind() == AttentionKind.DECODER || !keys.get(place).special());
        }

        double toSpecials(int query) {
            return keys().filter(key -> map.keys().get(key).special()).mapToDouble(key -> map.weight(row, query, key))
                    .sum();
        }

        /** Shannon 1948, "A Mathematical Theory of Communication", section 6. */
        double entropy(int query) {
            double nats = 0;
            for (int key = 0; key < map.keys().size(); key++) {
                double share = map.weight(row, query, key);
                nats -= share > 0 ? share * Math.log(share) : 0;
            }
            return nats / Math.log(2);
        }

        private IntStream keys() {
            return IntStream.range(0, map.keys().size());
        }

        double mean(IntToDoubleFunction share) {
            return mean(query -> true, share);
        }

        private double mean(IntPredicate able, IntToDoubleFunction share) {
            return IntStream.range(0, map.queries().size()).filter(query -> counts(query) && able.test(query))
                    .mapToDouble(share).average().orElse(0);
        }
    }
}
