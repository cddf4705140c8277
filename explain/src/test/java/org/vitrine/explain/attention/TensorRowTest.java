package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vitrine.transformer.tensor.Tensor;

class TensorRowTest {
    private static final TensorRow ROW = new TensorRow(Tensor.of(new float[]{9, 9, 9, 9, 3, -4, 0, 3}, 2, 4), 1);

    @Test
    void itsLengthIsEuclids() {
        assertThat(ROW.length()).isCloseTo(Math.sqrt(34), within(1e-12));
        assertThat(new TensorRow(Tensor.of(new float[]{1e30f, 1e30f}, 1, 2), 0).length())
                .isCloseTo(Math.sqrt(2) * 1e30, within(1e24));
    }

    @Test
    void theLargestComponentsAreFarthestFromZeroAndOfEqualsTheFirstComesFirst() {
        assertThat(ROW.largest(3)).containsExactly(1, 0, 3);
        assertThat(ROW.largest(9)).containsExactly(1, 0, 3, 2);
        assertThat(ROW.at(1)).isEqualTo(-4);
        assertThat(ROW.size()).isEqualTo(4);
    }
}
