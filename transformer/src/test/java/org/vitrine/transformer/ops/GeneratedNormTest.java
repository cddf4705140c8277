package org.vitrine.transformer.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vitrine.transformer.Fixtures.random;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.tensor.Tensor;

/** What holds for the layer norm of any row, on every back end of a CPU; the width is awkward as often as not. */
class GeneratedNormTest {
    /** What {@link Ops#layerNorm} promises against the definition, and the rounding of the definition itself. */
    private static final double NEAR = 4e-6;

    private static LayerNorm plain(int width, float bias, float epsilon) {
        return new LayerNorm(filled(width, 1), filled(width, bias), epsilon);
    }

    private static Tensor filled(int width, float number) {
        float[] data = new float[width];
        Arrays.fill(data, number);
        return Tensor.of(data, width);
    }

    private static void near(float[] found, float[] expected, Ops ops) {
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) found[i]).as("%s, number %d", ops.name(), i)
                    .isCloseTo(expected[i], within(NEAR + NEAR * Math.abs(expected[i])));
        }
    }

    @Property(tries = 400)
    void theResultIsThatOfTheFormulaInDoublePrecisionAtAnyMagnitude(@ForAll @IntRange(max = 99_999) int seed,
            @ForAll @IntRange(min = 1, max = 130) int width, @ForAll @IntRange(min = -126, max = 126) int exponent) {
        float[] row = random(seed, width).data();
        for (int i = 0; i < width; i++) {
            row[i] = Math.scalb(row[i], exponent);
        }
        LayerNorm norm = new LayerNorm(random(seed + 1, width), random(seed + 2, width), 1e-5f);
        float[] expected = formula(row, norm);
        for (Ops ops : CpuOps.ALL) {
            near(ops.layerNorm(Tensor.of(row, 1, width), norm).data(), expected, ops);
        }
    }

    private static float[] formula(float[] row, LayerNorm norm) {
        double mean = 0;
        for (float x : row) {
            mean += (double) x / row.length;
        }
        double variance = 0;
        for (float x : row) {
            variance += (x - mean) * (x - mean) / row.length;
        }
        float[] result = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            result[i] = (float) ((row[i] - mean) / Math.sqrt(variance + norm.epsilon()) * norm.gain().at(i)
                    + norm.bias().at(i));
        }
        return result;
    }

    @Property(tries = 400)
    void withAGainOfOneTheMeanIsTheBiasAndTheVarianceIsOne(@ForAll @IntRange(max = 99_999) int seed,
            @ForAll @IntRange(min = 2, max = 130) int width, @ForAll @IntRange(min = -8, max = 8) int bias) {
        Tensor row = random(seed, 1, width);
        for (Ops ops : CpuOps.ALL) {
            float[] result = ops.layerNorm(row, plain(width, bias, 1e-12f)).data();
            double mean = 0;
            double square = 0;
            for (float y : result) {
                mean += (double) y / width;
                square += ((double) y - bias) * ((double) y - bias) / width;
            }
            assertThat(mean).as(ops.name()).isCloseTo(bias, within(1e-5));
            assertThat(square).as(ops.name()).isCloseTo(1, within(1e-5));
        }
    }

    /** Numbers are 64ths, so that they are scaled and shifted exactly, and ε is too small to tell. */
    @Property(tries = 400)
    void scaleAndShiftOfARowDoNotShow(@ForAll @IntRange(max = 99_999) int seed,
            @ForAll @IntRange(min = 2, max = 130) int width,
            @ForAll @IntRange(min = -4, max = 20) int exponent, @ForAll @IntRange(min = -4000, max = 4000) int shift) {
        float[] row = random(seed, width).data();
        float[] moved = new float[width];
        for (int i = 0; i < width; i++) {
            row[i] = Math.round(row[i] * 64) / 64f;
            moved[i] = Math.scalb(row[i] + shift, exponent);
        }
        row[0] = 3;
        moved[0] = Math.scalb(3f + shift, exponent);
        for (Ops ops : CpuOps.ALL) {
            LayerNorm norm = plain(width, 0, 1e-12f);
            near(ops.layerNorm(Tensor.of(moved, 1, width), norm).data(),
                    ops.layerNorm(Tensor.of(row, 1, width), norm).data(), ops);
        }
    }

    @Property(tries = 400)
    void aRowOfEqualNumbersBecomesTheBiasToTheBit(@ForAll float number,
            @ForAll @IntRange(min = 1, max = 130) int width, @ForAll @IntRange(min = -8, max = 8) int bias) {
        for (Ops ops : CpuOps.ALL) {
            assertThat(ops.layerNorm(filled(width, number).reshape(1, width), plain(width, bias, 1e-5f)).data())
                    .as(ops.name()).isEqualTo(filled(width, bias).data());
        }
    }

    @Property(tries = 400)
    void aRowIsWorkedOutByItself(@ForAll @IntRange(max = 99_999) int seed,
            @ForAll @IntRange(min = 1, max = 33) int rows,
            @ForAll @IntRange(min = 1, max = 70) int width) {
        Tensor x = random(seed, rows, width);
        LayerNorm norm = new LayerNorm(random(seed + 1, width), random(seed + 2, width), 1e-5f);
        for (Ops ops : CpuOps.ALL) {
            Tensor together = ops.layerNorm(x, norm);
            for (int i = 0; i < rows; i++) {
                assertThat(ops.layerNorm(x.rows(i), norm).data()).as("%s, row %d", ops.name(), i)
                        .isEqualTo(together.rows(i).data());
            }
        }
    }
}
