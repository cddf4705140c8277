package org.vitrine.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.transformer.Fixtures.random;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.ops.WarmOps;
import org.vitrine.transformer.tensor.Tensor;

/** The back ends that run on a CPU keep the contract to the bit where it says so. */
class OpsContractTest extends OpsContract {
    @Override
    protected Stream<Ops> backends() {
        return Stream.of(new ScalarOps(), new VectorOps(1), new VectorOps(2), new VectorOps(5), WarmOps.of(1),
                WarmOps.of(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 1000, 16_384, 16_385, 65_536, 70_001})
    void plainLoopsHaveTheBitsOfVectors(int length) {
        Ops warm = WarmOps.of(1);
        Ops cold = new VectorOps(1);
        Tensor x = DEFINITION.scale(random(3, 1, length), 20);
        LayerNorm norm = new LayerNorm(random(6, length), random(7, length), 1e-5f);
        same(warm.gelu(x), cold.gelu(x));
        same(warm.geluTanh(x), cold.geluTanh(x));
        same(warm.silu(x), cold.silu(x));
        same(warm.softmax(x), cold.softmax(x));
        same(warm.layerNorm(x, norm), cold.layerNorm(x, norm));
    }

    @Test
    void noThreadsIsNoBackEnd() {
        assertThatThrownBy(() -> new VectorOps(0)).hasMessage("at least one thread is needed, not 0");
    }

    @Override
    protected void same(Tensor found, Tensor expected) {
        assertThat(found.shape()).isEqualTo(expected.shape());
        assertThat(found.data()).isEqualTo(expected.data());
    }

    @Override
    protected void near(Tensor found, Tensor expected, double tolerance) {
        assertThat(found.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.size(); i++) {
            float value = expected.data()[i];
            float is = found.data()[i];
            boolean close = Float.compare(is, value) == 0
                    || Math.abs(is - value) <= tolerance + tolerance * Math.abs(value);
            assertThat(close).as("number %d, expected %s, found %s", i, value, is).isTrue();
        }
    }
}
