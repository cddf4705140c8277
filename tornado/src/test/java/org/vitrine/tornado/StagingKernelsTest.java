package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.tornado.kernel.Kernels;
import org.vitrine.tornado.kernel.StagingKernels;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.tensor.Weight;

/** Copies to and from the arrays of a library: every number where it belongs, and no other touched. */
class StagingKernelsTest {
    private static final int STEP = 3;
    private static final int START = 5;
    private static final float UNTOUCHED = 99;

    private static float[] untouched(int size) {
        float[] numbers = new float[size];
        Arrays.fill(numbers, UNTOUCHED);
        return numbers;
    }

    private static int[] places(int y, int a, int b, int bias, int[] sizes) {
        int[] places = new int[(STEP + 1) * Kernels.PLACES];
        System.arraycopy(new int[]{y, a, b, bias}, 0, places, STEP * Kernels.PLACES, 4);
        System.arraycopy(sizes, 0, places, STEP * Kernels.PLACES + 4, sizes.length);
        return places;
    }

    @ParameterizedTest
    @CsvSource({"1,1,1,0", "3,40,72,2", "70,33,31,2", "5,64,32,3"})
    void operandsAreLaidRowByRowBehindTheShift(int rows, int inputs, int outputs, int shift) {
        float[] x = Fixtures.random(1, rows, inputs).data();
        Weight weight = Weight.of(Fixtures.random(2, inputs, outputs));
        float[] m = untouched(START + x.length + weight.panels().length);
        System.arraycopy(x, 0, m, START, x.length);
        System.arraycopy(weight.panels(), 0, m, START + x.length, weight.panels().length);
        int[] places = places(0, START, START + x.length, 0, TornadoOps.linearSizes(rows, inputs, outputs));
        float[] before = m.clone();
        float[] left = untouched(x.length + 7);
        float[] right = untouched(inputs * outputs + 7);
        EmulatedMachine.oneByOne(c -> StagingKernels.stage(c, new int[]{STEP}, places, m, left, right, shift));
        assertThat(left).isEqualTo(framed(x, shift));
        assertThat(right).isEqualTo(framed(Fixtures.random(2, inputs, outputs).data(), shift));
        assertThat(m).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"1,1,0", "3,72,2", "70,31,2"})
    void aResultIsTakenWithTheBias(int rows, int outputs, int shift) {
        float[] result = Fixtures.random(1, 100, outputs).data();
        float[] bias = Fixtures.random(2, outputs).data();
        int size = rows * outputs;
        float[] m = untouched(START + outputs + size + 7);
        System.arraycopy(bias, 0, m, START, outputs);
        int y = START + outputs;
        int[] places = places(y, 0, 0, START, TornadoOps.linearSizes(rows, 9, outputs));
        float[] expected = m.clone();
        for (int i = 0; i < size; i++) {
            expected[y + i] = result[shift + i] + bias[i % outputs];
        }
        EmulatedMachine.oneByOne(c -> StagingKernels.unstage(c, new int[]{STEP}, places, m, result, shift));
        assertThat(m).isEqualTo(expected);
    }

    @Test
    void withoutPlacesNothingIsCopied() {
        float[] m = untouched(50);
        float[] staged = untouched(50);
        int[] places = new int[(STEP + 1) * Kernels.PLACES];
        EmulatedMachine.oneByOne(c -> StagingKernels.stage(c, new int[]{STEP}, places, m, staged, staged, 2));
        EmulatedMachine.oneByOne(c -> StagingKernels.unstage(c, new int[]{STEP}, places, m, staged, 2));
        assertThat(m).containsOnly(UNTOUCHED);
        assertThat(staged).containsOnly(UNTOUCHED);
    }

    @Test
    void arraysOfAllSizesAreCleared() {
        float[] left = untouched(1);
        float[] right = untouched(600);
        float[] result = untouched(10_000);
        EmulatedMachine.oneByOne(c -> StagingKernels.clear(c, left, right, result));
        for (float[] array : new float[][]{left, right, result}) {
            assertThat(array).containsOnly(0);
        }
    }

    /** The numbers behind the shift, and 7 − shift untouched ones behind them. */
    private static float[] framed(float[] numbers, int shift) {
        float[] framed = untouched(numbers.length + 7);
        System.arraycopy(numbers, 0, framed, shift, numbers.length);
        return framed;
    }
}
