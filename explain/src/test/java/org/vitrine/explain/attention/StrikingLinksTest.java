package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.transformer.tensor.Tensor;

class StrikingLinksTest {
    private static final int LENGTH = 12;
    private static final int HEADS = 3;

    private static AttentionMap map(AttentionKind kind) {
        List<AttentionToken> tokens = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            tokens.add(new AttentionToken(i, 10 + i, "w" + i, 0, i == 0 || i == LENGTH - 1));
        }
        Random random = new Random(7);
        float[] weights = new float[HEADS * LENGTH * LENGTH];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextInt(5) == 0 ? 0 : random.nextInt(100) / 100f; // with ties
        }
        return new AttentionMap(kind, 0, List.of(0, 1, 2), false, tokens, tokens,
                Tensor.of(weights, HEADS, LENGTH, LENGTH));
    }

    /** All links, sorted whole. */
    private static List<AttentionLink> expected(AttentionMap map, int most, double threshold) {
        return map.links(threshold).stream().filter(link -> {
            int distance = Math.abs(link.query().position() - link.key().position());
            boolean words = !link.query().special() && !link.key().special();
            return words && (map.kind() == AttentionKind.CROSS || distance > 1);
        }).sorted(Comparator.comparingDouble(AttentionLink::weight).reversed().thenComparing(AttentionLink::head)
                .thenComparing(link -> link.query().position()).thenComparing(link -> link.key().position()))
                .limit(most).toList();
    }

    @ParameterizedTest
    @EnumSource
    void theStrongestLinksAreThoseOfAFullSort(AttentionKind kind) {
        AttentionMap map = map(kind);
        for (int most : new int[]{1, 2, 3, 10, 1000}) {
            assertThat(StrikingLinks.of(map, most, 0)).isEqualTo(expected(map, most, 0)).isNotEmpty();
            assertThat(StrikingLinks.of(map, most, 0.6)).isEqualTo(expected(map, most, 0.6)).isNotEmpty();
        }
        assertThat(StrikingLinks.of(map, 5, 1)).isEmpty();
        assertThat(StrikingLinks.of(map, 0, 0)).isEmpty();
    }

    @Test
    void oneHeadsLinksAreItsOwn() {
        AttentionMap map = map(AttentionKind.ENCODER);
        assertThat(StrikingLinks.of(map, 2, 4, 0)).isEqualTo(StrikingLinks.of(map.only(List.of(2)), 4, 0)).hasSize(4);
    }

    @Test
    void inADecoderTheFirstTokenIsNoSurprise() {
        List<AttentionToken> tokens = List.of(new AttentionToken(0, 1, "a", 0, false),
                new AttentionToken(1, 2, "b", 0, false), new AttentionToken(2, 3, "c", 0, false),
                new AttentionToken(3, 4, "d", 0, false));
        float[] weights = {1, 0, 0, 0, 0.5f, 0.5f, 0, 0, 0.8f, 0.1f, 0.1f, 0, 0.5f, 0.3f, 0.1f, 0.1f};
        AttentionMap map = new AttentionMap(AttentionKind.DECODER, 0, List.of(0), false, tokens, tokens,
                Tensor.of(weights, 1, 4, 4));
        assertThat(StrikingLinks.of(map, 9, 0)).extracting(link -> link.query().token() + link.key().token())
                .containsExactly("db");
    }
}
