package org.vitrine.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;

class NextTokenTest {
    @Test
    void forbiddenTokensAreNoCandidates() {
        float[] scores = {1, Float.NEGATIVE_INFINITY, 2, 0};
        NextToken next = NextToken.of(scores, 3, 4, Integer::toString);
        assertThat(next.candidates()).extracting(Candidate::id).containsExactly(2, 0, 3);
        assertThat(next.chosen().rank()).isEqualTo(3);
        assertThat(next.chosen().probability()).isCloseTo(1 / (1 + Math.E + Math.E * Math.E), within(1e-12));
        assertThat(next.candidates().stream().mapToDouble(Candidate::probability).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void theChosenTokenNeedNotBeAmongTheBest() {
        NextToken next = NextToken.of(new float[]{3, 2, 1}, 2, 1, Integer::toString);
        assertThat(next.candidates()).extracting(Candidate::id).containsExactly(0);
        assertThat(next.chosen().id()).isEqualTo(2);
    }

    @Test
    void theCacheHasKeysAndValuesOfEveryLayerAndHead() {
        Recording recording = Recording.everything();
        for (int layer = 0; layer < 2; layer++) {
            recording.keep(TensorName.of(Stack.DECODER, layer, Part.ATTN, Site.K),
                    Tensor.of(new float[3 * 5 * 4], 3, 5, 4));
            recording.keep(TensorName.of(Stack.DECODER, layer, Part.CROSS, Site.K),
                    Tensor.of(new float[3 * 7 * 4], 3, 7, 4));
        }
        CacheSize size = CacheSize.of(recording.trace());
        assertThat(size).isEqualTo(new CacheSize(2, 3, 4, 7));
        assertThat(size.floats(5)).isEqualTo(2 * 2 * 3 * 5 * 4);
        assertThat(size.bytes(5)).isEqualTo(4 * size.floats(5));
        assertThat(new CacheSize(96, 96, 128, 0).bytes(1_000_000)).isEqualTo(9_437_184_000_000L);
    }
}
