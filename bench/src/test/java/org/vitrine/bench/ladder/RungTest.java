package org.vitrine.bench.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.bench.RandomTensor;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;

/** All rungs do the same arithmetic in the same order for each output, so they must agree with the definition to the bit. */
class RungTest {
    static Stream<Rung> rungs() {
        List<Rung> all = new ArrayList<>(MatmulLadder.rungs());
        all.add(new Threads(new SixRows())); // the ladder shares out one block only, which depends on the machine
        all.add(new Threads(new TwelveRows()));
        return all.stream();
    }

    /** Fewer and more rows than any block; one, few and many inputs; outputs below, at and above panels. */
    @ParameterizedTest
    @MethodSource("rungs")
    void hasTheBitsOfTheDefinition(Rung rung) {
        for (int rows : IntStream.rangeClosed(1, 13).toArray()) {
            for (int inputs : new int[]{1, 7, 64}) {
                for (int outputs : new int[]{1, 31, 32, 33, 70}) {
                    Tensor x = RandomTensor.of(rows, rows, inputs);
                    Matrix w = Matrix.of(RandomTensor.of(1000 + outputs, inputs, outputs));
                    same(rung.multiply(x, w), new ScalarOps().linear(x, w.layer()));
                }
            }
        }
    }

    /** Large enough for vectors and threads in {@link VectorOpsLinear}. */
    @ParameterizedTest
    @MethodSource("rungs")
    void hasTheBitsOfTheDefinitionWhenLarge(Rung rung) {
        Tensor x = RandomTensor.of(1, 29, 513);
        Matrix w = Matrix.of(RandomTensor.of(2, 513, 301));
        same(rung.multiply(x, w), new ScalarOps().linear(x, w.layer()));
    }

    private static void same(Tensor y, Tensor definition) {
        assertThat(y.shape()).isEqualTo(definition.shape());
        assertThat(bits(y)).isEqualTo(bits(definition));
    }

    private static int[] bits(Tensor tensor) {
        int[] bits = new int[tensor.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(tensor.data()[i]);
        }
        return bits;
    }
}
