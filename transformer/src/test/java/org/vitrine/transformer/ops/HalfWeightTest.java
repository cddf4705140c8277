package org.vitrine.transformer.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.transformer.Fixtures.random;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;
import org.vitrine.transformer.tensor.Weight.Format;
import org.vitrine.weights.DType;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.SafetensorsWriter;
import org.vitrine.weights.TensorData;

/** Weights that a checkpoint stores in 16 bits are held in 16 bits, and multiply as if they were floats. */
class HalfWeightTest {
    @TempDir
    Path folder;

    /** Every number of rows around the blocks that are made together; inputs around those that are widened together. */
    static Stream<Arguments> products() {
        List<int[]> sizes = List.of(new int[]{1, 1}, new int[]{63, 32}, new int[]{64, 31}, new int[]{130, 97},
                new int[]{200, 64});
        return Stream.of(Format.F16, Format.BF16).flatMap(format -> sizes.stream().flatMap(size -> IntStream
                .rangeClosed(1, 15).mapToObj(rows -> Arguments.of(format, rows, size[0], size[1]))));
    }

    @ParameterizedTest
    @MethodSource("products")
    void productsHaveTheBitsOfTheWidenedWeight(Format format, int rows, int inputs, int outputs) {
        Weight half = stored(format, random(1, inputs, outputs));
        Weight wide = widened(half);
        Tensor x = random(2, rows, inputs);
        Tensor bias = random(3, outputs);
        Tensor expected = new ScalarOps().linear(x, new Linear(wide, bias));
        assertThat(new ScalarOps().linear(x, new Linear(half, bias)).data()).isEqualTo(expected.data());

        Ops vector = VectorOps.warm(2);
        Tensor back = random(4, rows, outputs);
        Tensor backwards = new ScalarOps().linearT(back, wide);
        assertThat(new VectorOps(2).linear(x, new Linear(half, bias)).data()).isEqualTo(expected.data());
        assertThat(vector.linear(x, new Linear(half, bias)).data()).isEqualTo(expected.data());
        assertThat(vector.linearT(back, half).data()).isEqualTo(backwards.data());
        vector.each(1, task -> { // in a task small products are made with vectors too
            assertThat(vector.linear(x, new Linear(half, bias)).data()).isEqualTo(expected.data());
            assertThat(vector.linear(x, new Linear(wide, bias)).data()).isEqualTo(expected.data());
            assertThat(vector.linearT(back, half).data()).isEqualTo(backwards.data());
        });
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = "F32", mode = Mode.EXCLUDE)
    void everyStoredNumberIsKept(Format format) {
        Tensor matrix = random(5, 40, 70);
        Weight half = stored(format, matrix);
        assertThat(half.format()).isEqualTo(format);
        assertThat(half.isHalf()).isTrue();
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 70; j++) {
                float nearest = matrix.at(i, j);
                float step = Math.ulp(nearest) * (format == Format.F16 ? 1 << 13 : 1 << 16);
                assertThat(half.at(i, j)).isBetween(nearest - step / 2, nearest + step / 2);
            }
        }
    }

    /** Sums of products that are almost all below the least normal half, and inputs from tiny to just below 65,536. */
    @ParameterizedTest
    @EnumSource(value = Format.class, names = "F32", mode = Mode.EXCLUDE)
    void tinyWeightsAndLargeInputsLoseNothing(Format format) {
        Weight half = stored(format, new ScalarOps().scale(random(6, 64, 96), 3e-5f));
        float[] numbers = random(7, 64).data().clone();
        numbers[3] = 65_535;
        numbers[5] = 1e-40f;
        for (float large : new float[]{1, 65_536, 1e38f, Float.POSITIVE_INFINITY, Float.NaN}) {
            numbers[9] = large;
            Tensor x = Tensor.of(numbers.clone(), 1, 64);
            Linear layer = Linear.withoutBias(half);
            assertThat(VectorOps.warm(1).linear(x, layer).data()).as("with " + large)
                    .isEqualTo(new ScalarOps().linear(x, layer).data());
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.POSITIVE_INFINITY, Float.NaN})
    void aMatrixWithAnInfinityOrNaNIsKeptAsFloatsWhereHalvesCouldNotBeMultiplied(float strange) {
        float[] numbers = random(8, 64, 40).data().clone();
        numbers[100] = strange;
        Weight weight = stored(Format.F16, Tensor.of(numbers, 64, 40));
        assertThat(weight.format()).isEqualTo(Format.F32);
        assertThat(Float.compare(weight.at(2, 20), strange)).isZero();
        assertThat(stored(Format.BF16, Tensor.of(numbers, 64, 40)).format()).isEqualTo(Format.BF16);
    }

    private Weight stored(Format format, Tensor matrix) {
        Path file = folder.resolve("half.safetensors");
        DType type = format == Format.F16 ? DType.F16 : DType.BF16;
        long[] shape = {matrix.dim(0), matrix.dim(1)};
        SafetensorsWriter.write(file, Map.of(), List.of(TensorData.floats("w", type, shape, matrix.data())));
        try (Safetensors opened = Safetensors.open(file)) {
            return Weight.columnsOf(opened.require("w"), 0, matrix.dim(1));
        }
    }

    private static Weight widened(Weight weight) {
        float[] numbers = new float[weight.inputs() * weight.outputs()];
        for (int i = 0; i < weight.inputs(); i++) {
            System.arraycopy(weight.row(i).data(), 0, numbers, i * weight.outputs(), weight.outputs());
        }
        return Weight.of(Tensor.of(numbers, weight.inputs(), weight.outputs()));
    }
}
