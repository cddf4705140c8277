package org.vitrine.bench.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order and how often variants are run. */
class TimingTest {
    @Test
    void variantsTakeTurnsWarmUpsFirst() {
        List<String> runs = new ArrayList<>();
        double[] medians = Timing.medians(new Effort(1, 0, 2, 0), () -> runs.add("a"), () -> runs.add("b"));
        assertThat(runs).containsExactly("a", "b", "a", "b", "a", "b");
        assertThat(medians).hasSize(2);
        assertThat(medians[0]).isNotNegative();
    }

    @Test
    void theMedianIsInTheMiddle() {
        assertThat(Timing.median(9, 1, 5)).isEqualTo(5);
        assertThat(Timing.median(9, 1, 5, 7)).isEqualTo(6);
    }
}
