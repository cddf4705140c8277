package org.vitrine.bench.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vitrine.bench.RandomTensor;
import org.vitrine.transformer.tensor.Tensor;

class PanelsTest {
    @Test
    void holdEveryWeightWhereTheLoopsLookForIt() {
        Tensor w = RandomTensor.of(1, 3, 33);
        Panels panels = Panels.of(w);
        assertThat(panels.count()).isEqualTo(2);
        assertThat(panels.data()).hasSize(2 * 3 * 32);
        assertThat(panels.data()[2 * 32 + 31]).isEqualTo(w.at(2, 31));
        assertThat(panels.data()[panels.start(1) + 2 * 32]).isEqualTo(w.at(2, 32));
        assertThat(panels.data()[panels.start(1) + 2 * 32 + 1]).isZero();
    }

    @Test
    void writeNoColumnOfTheFilling() {
        Panels panels = Panels.of(RandomTensor.of(1, 3, 33));
        float[] sums = new float[64];
        sums[32] = 7;
        sums[33] = 8;
        float[] y = new float[3 * 33];
        panels.write(sums, 32, y, 1, 1);
        float[] expected = new float[3 * 33];
        expected[33 + 32] = 7;
        assertThat(y).isEqualTo(expected);
    }
}
