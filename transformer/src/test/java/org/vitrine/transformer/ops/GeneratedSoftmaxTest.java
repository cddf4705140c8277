package org.vitrine.transformer.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.vitrine.transformer.tensor.Tensor;

/** What holds for the softmax of any row, on every back end of a CPU. */
class GeneratedSoftmaxTest {
    private static final float NO = Float.NEGATIVE_INFINITY;
    /** What {@link Ops#softmax} promises against the definition. */
    private static final double STATED = 1e-6;

    /** Rows of all magnitudes, with forbidden places, and at least one that is not. */
    @Provide
    static Arbitrary<float[]> rows() {
        Arbitrary<Float> magnitudes = Arbitraries.of(1e-38f, 1e-3f, 1f, 20f, 90f, 1e4f, 1e30f, 3e38f);
        return magnitudes.flatMap(most -> {
            Arbitrary<Float> numbers = Arbitraries.integers().between(-999, 999).map(n -> n / 999f * most);
            Arbitrary<Float> places = Arbitraries.frequencyOf(Tuple.of(6, numbers), Tuple.of(1, Arbitraries.just(NO)),
                    Tuple.of(1, Arbitraries.of(-most, 0f, most)));
            return places.array(Float[].class).ofMaxSize(70).flatMap(row -> numbers.map(last -> {
                Float[] all = Arrays.copyOf(row, row.length + 1);
                all[row.length] = last;
                return unboxed(all);
            }));
        });
    }

    private static float[] unboxed(Float[] numbers) {
        float[] row = new float[numbers.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = numbers[i];
        }
        return row;
    }

    private static float[] softmax(Ops ops, float[] row) {
        return ops.softmax(Tensor.of(row.clone(), 1, row.length)).data();
    }

    @Property(tries = 500)
    void theSharesAreThoseOfTheFormulaInDoublePrecisionAndSumToOne(@ForAll("rows") float[] row) {
        double max = Double.NEGATIVE_INFINITY;
        for (float x : row) {
            max = Math.max(max, x);
        }
        double total = 0;
        for (float x : row) {
            total += Math.exp(x - max);
        }
        for (Ops ops : CpuOps.ALL) {
            float[] shares = softmax(ops, row);
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                assertThat(shares[i]).as(ops.name()).isBetween(0f, 1f);
                assertThat((double) shares[i]).as(ops.name())
                        .isCloseTo(Math.exp(row[i] - max) / total, within(2 * STATED));
                sum += shares[i];
            }
            assertThat(sum).as(ops.name()).isCloseTo(1, within(1e-5));
        }
    }

    @Property(tries = 500)
    void aForbiddenPlaceGetsExactlyNothing(@ForAll("rows") float[] row) {
        for (Ops ops : CpuOps.ALL) {
            float[] shares = softmax(ops, row);
            for (int i = 0; i < row.length; i++) {
                if (row[i] == NO) {
                    assertThat(shares[i]).as(ops.name()).isZero();
                }
            }
        }
    }

    @Property(tries = 500)
    void aGreaterScoreNeverGetsLess(@ForAll("rows") float[] row) {
        for (Ops ops : CpuOps.ALL) {
            float[] shares = softmax(ops, row);
            for (int i = 1; i < row.length; i++) {
                float lower = row[i - 1] <= row[i] ? shares[i - 1] : shares[i];
                float upper = row[i - 1] <= row[i] ? shares[i] : shares[i - 1];
                assertThat((double) lower).as(ops.name()).isLessThanOrEqualTo(upper + STATED);
                if (row[i - 1] == row[i]) {
                    assertThat(lower).as(ops.name()).isEqualTo(upper);
                }
            }
        }
    }

    @Property(tries = 500)
    void raisingOneScoreTakesFromAllOthers(@ForAll("rows") float[] row, @ForAll @IntRange(max = 70) int place) {
        int raised = place % row.length;
        float[] higher = row.clone();
        higher[raised] = row[raised] == NO ? 0 : row[raised] + Math.abs(row[raised]) / 8 + 1;
        if (!Float.isFinite(higher[raised])) {
            higher[raised] = Float.MAX_VALUE;
        }
        for (Ops ops : CpuOps.ALL) {
            float[] before = softmax(ops, row);
            float[] after = softmax(ops, higher);
            for (int i = 0; i < row.length; i++) {
                double gain = (double) after[i] - before[i];
                assertThat(i == raised ? -gain : gain).as("%s, place %d", ops.name(), i)
                        .isLessThanOrEqualTo(STATED);
            }
        }
    }

    /** Scores are eighths, so that a shift by a whole number is exact; then nothing may change at all. */
    @Property(tries = 300)
    void theSameNumberOnAllScoresChangesNoBit(@ForAll("eighths") float[] row,
            @ForAll @IntRange(min = -1000, max = 1000) int shift) {
        float[] shifted = row.clone();
        for (int i = 0; i < row.length; i++) {
            shifted[i] += shift;
        }
        CpuOps.ALL.forEach(ops -> assertThat(softmax(ops, shifted)).as(ops.name()).isEqualTo(softmax(ops, row)));
    }

    @Provide
    static Arbitrary<float[]> eighths() {
        return Arbitraries.integers().between(-200, 200).map(number -> number / 8f).array(Float[].class).ofMinSize(1)
                .ofMaxSize(70).map(GeneratedSoftmaxTest::unboxed);
    }

    @Property(tries = 100)
    void aRowOfForbiddenPlacesHasNoAnswer(@ForAll @IntRange(min = 1, max = 70) int width) {
        float[] row = new float[width];
        Arrays.fill(row, NO);
        for (Ops ops : CpuOps.ALL) {
            for (float share : softmax(ops, row)) {
                assertThat(share).as(ops.name()).isNaN();
            }
        }
    }

    @Property(tries = 200)
    void aRowIsWorkedOutByItself(@ForAll("rows") float[] row, @ForAll @IntRange(min = 1, max = 40) int rows) {
        float[] many = new float[rows * row.length];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(row, 0, many, i * row.length, row.length);
        }
        for (Ops ops : CpuOps.ALL) {
            Tensor shares = ops.softmax(Tensor.of(many, rows, row.length));
            float[] alone = softmax(ops, row);
            for (int i = 0; i < rows; i++) {
                assertThat(shares.rows(i).data()).as("%s, row %d", ops.name(), i).isEqualTo(alone);
            }
        }
    }
}
