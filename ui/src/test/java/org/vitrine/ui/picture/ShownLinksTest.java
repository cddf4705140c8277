package org.vitrine.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.attention.AttentionChange;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.picture.HeadViewPicture.Show;
import org.vitrine.ui.picture.ShownLinks.Link;

class ShownLinksTest {
    @Test
    void theStrongestLinksAreThoseThatSortingWouldLeave() {
        Random random = new Random(3);
        for (int round = 0; round < 60; round++) {
            LinkWeights weights = weights(random, 1 + random.nextInt(3), 1 + random.nextInt(9));
            int most = 1 + random.nextInt(60);
            double threshold = random.nextInt(3) / 8.0;
            int query = random.nextBoolean() ? Show.ALL : random.nextInt(weights.map().queries().size());
            ShownLinks found = ShownLinks.of(weights, IntStream.range(0, weights.map().rows()),
                    new Show(threshold, query), most);
            List<Link> all = all(weights, threshold, query);
            assertThat(found.links()).isEqualTo(sorted(all, most));
            assertThat(found.cut()).isEqualTo(all.size() > most);
        }
    }

    @Test
    void ofLinksThatWeighTheSameAllStayOrNone() {
        AttentionMap map = Samples.map(AttentionKind.ENCODER, 0, Samples.tokens("a", "b"),
                Tensor.of(new float[]{.5f, .5f, .25f, .75f}, 1, 2, 2));
        ShownLinks two = ShownLinks.of(LinkWeights.of(map), IntStream.of(0), Show.EVERYTHING, 2);
        assertThat(two.links()).containsExactly(new Link(0, 1, 1, .75f));
        assertThat(two.least()).isGreaterThan(.5).isLessThan(.75);
    }

    @Test
    void aLossCountsAsMuchAsAGain() {
        AttentionMap before = Samples.map(AttentionKind.ENCODER, 0, Samples.tokens("a", "b"),
                Tensor.of(new float[]{.5f, .5f, .75f, .25f}, 1, 2, 2));
        AttentionMap after = Samples.map(AttentionKind.ENCODER, 0, Samples.tokens("a", "b"),
                Tensor.of(new float[]{.5f, .5f, 0, 1}, 1, 2, 2));
        LinkWeights change = LinkWeights.of(AttentionChange.between(before, after), .75);
        assertThat(ShownLinks.of(change, IntStream.of(0), Show.EVERYTHING, 9).links())
                .containsExactly(new Link(0, 1, 0, -.75f), new Link(0, 1, 1, .75f));
    }

    /** Few different weights, so that many are equal; some are 0. */
    private static LinkWeights weights(Random random, int heads, int tokens) {
        float[] data = new float[heads * tokens * tokens];
        for (int i = 0; i < data.length; i++) {
            data[i] = random.nextInt(9) / 8f;
        }
        return LinkWeights.of(Samples.map(AttentionKind.ENCODER, 0, Samples.tokens(tokens),
                Tensor.of(data, heads, tokens, tokens)));
    }

    private static List<Link> all(LinkWeights weights, double threshold, int wanted) {
        List<Link> all = new ArrayList<>();
        int tokens = weights.map().queries().size();
        for (int row = 0; row < weights.map().rows(); row++) {
            for (int query = 0; query < tokens; query++) {
                for (int key = 0; key < tokens; key++) {
                    float weight = weights.at(row, query, key);
                    if (weight > 0 && weight >= threshold && (wanted == Show.ALL || wanted == query)) {
                        all.add(new Link(row, query, key, weight));
                    }
                }
            }
        }
        return all;
    }

    private static List<Link> sorted(List<Link> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        float[] sorted = new float[all.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = all.get(i).weight();
        }
        Arrays.sort(sorted);
        float tooWeak = sorted[sorted.length - most - 1];
        return all.stream().filter(link -> link.weight() > tooWeak).toList();
    }
}
