package org.vitrine.bench.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatmulLadderTest {
    @Test
    void takesThreeSizes() {
        assertThat(sizes("16 768 3072")).containsExactly(16, 768, 3072);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"16", "16 768", "16 768 3072 1", "16 768 many", "0 768 3072", "16 -1 3072", "1 99999 99999"})
    void refusesWhatIsNoProduct(String args) {
        assertThat(sizes(args)).isEmpty();
    }

    private static int[] sizes(String args) {
        return MatmulLadder.sizes(args.split(" "));
    }
}
