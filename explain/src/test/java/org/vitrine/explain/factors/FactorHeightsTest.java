package org.vitrine.explain.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Stack;

/** Three factors along four tokens: a weak one, a strong one, and one that is nowhere. */
class FactorHeightsTest {
    private static final float[] STRENGTHS = {0.5f, 0, 0.25f, 0.1f, 2, 4, 2, 0, 0, 0, 0, 0};

    private final ActivationFactors factors = new ActivationFactors(Stack.ENCODER, 0, 1, "random, seed 0", 4,
            Tensor.of(STRENGTHS, 3, 4), Tensor.of(new float[]{1, 0, 0, 1, 0, 0}, 3, 2), List.of(2.0, 1.0), true);

    @Test
    void whatIsLeftOfTheSquaresIsNotExplained() {
        assertThat(factors.explained()).isEqualTo(1 - 1 / 16.0);
    }

    @Test
    void aPeakIsTheGreatestStrength() {
        assertThat(factors.peak(0)).isEqualTo(0.5f);
        assertThat(factors.peak(1)).isEqualTo(4);
        assertThat(factors.peak(2)).isZero();
    }

    @Test
    void aWeakFactorAtItsPeakIsHigherThanAStrongOneHalfway() {
        FactorHeights heights = FactorHeights.of(factors);
        assertThat(heights.shares().data()).containsExactly(1, 0, 0.5f, 0.2f, 0.5f, 1, 0.5f, 0, 0, 0, 0, 0);
        assertThat(heights.highest(0)).isZero();
        assertThat(heights.height(0)).isEqualTo(1);
        assertThat(heights.highest(1)).isEqualTo(1);
        assertThat(heights.highest(2)).as("equally near: the first").isZero();
        assertThat(heights.height(3)).isEqualTo(0.2f);
    }
}
