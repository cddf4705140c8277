package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.tornado.KernelBench.GAP;
import static org.vitrine.tornado.KernelBench.GUARD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.tornado.KernelCases.Reading;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.tensor.Tensor;

/** Every kernel by itself, at places and of sizes that are awkward for groups of 256 and tiles of 32. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KernelsContract {
    private static final int CAPACITY = Machine.WINDOW + 4096;
    private static final int START = 1003;
    private static final int[] AWKWARD = {0, 1, 31, 32, 33, 255, 256, 257, 1000};
    private static final List<Kind> MIXED = IntStream.range(0, Programs.MOST)
            .<Kind>mapToObj(step -> Kernel.values()[step % Kernel.values().length]).toList();

    private Machine machine;
    private KernelBench bench;

    /** A machine whose kernels are tested. */
    abstract Machine make(int capacity, List<List<Kind>> programs);

    @BeforeAll
    void start() {
        List<List<Kind>> programs = new ArrayList<>(List.of(MIXED));
        for (Kernel kernel : Kernel.values()) {
            programs.add(Collections.nCopies(Programs.LEAST, kernel));
        }
        machine = make(CAPACITY, programs);
        bench = new KernelBench(machine);
    }

    @AfterAll
    void stop() {
        if (machine != null) {
            machine.close();
        }
    }

    private static List<KernelCase> each(int[] sizes, IntFunction<KernelCase> made) {
        return Arrays.stream(sizes).mapToObj(made).toList();
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void aKernelIsRightForOperandsOfEverySize(Kernel kernel) {
        bench.alone(START, each(AWKWARD, n -> KernelCases.any(kernel, n)));
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void aKernelIsRightAtTheEndOfTheMemory(Kernel kernel) {
        int room = 4000;
        bench.alone(CAPACITY - room, List.of(KernelCases.any(kernel, 5)));
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void everyStepOfAProgramHasPlacesOfItsOwn(Kernel kernel) {
        bench.together(START, IntStream.range(0, Programs.LEAST).map(step -> 3 + 5 * step)
                .mapToObj(n -> KernelCases.any(kernel, n)).toList());
    }

    @Test
    void aProgramMayHaveAsManyKernelsOfAllKindsAsAProgramHas() {
        bench.together(START, IntStream.range(0, MIXED.size())
                .mapToObj(step -> KernelCases.any(MIXED.get(step).kernel(), 1 + step)).toList());
    }

    @Test
    void aStepReadsWhatTheOneBeforeItWrote() {
        List<Launch> steps = new ArrayList<>();
        for (int step = 0; step < Programs.LEAST; step++) {
            steps.add(new Launch(Kernel.SCALE, new int[]{step % 2 == 0 ? 2000 : 0, step % 2 == 0 ? 0 : 2000, 1000},
                    step + 1));
        }
        float[] ones = new float[1000];
        Arrays.fill(ones, 1);
        machine.write(0, ones, 0, 1000);
        bench.run(steps);
        assertThat(bench.read(0, 1000)).containsOnly(40320); // 8!
    }

    @Test
    void aProgramRunsAgainWithOtherPlaces() {
        List<KernelCase> small = Collections.nCopies(Programs.LEAST, KernelCases.any(Kernel.PRODUCT, 3));
        List<KernelCase> large = Collections.nCopies(Programs.LEAST, KernelCases.any(Kernel.PRODUCT, 40));
        bench.together(START, large);
        bench.together(2 * START, small);
        bench.together(0, large);
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void aProductIsRightHoweverItReadsTheRight(Reading reading) {
        int[] edges = {1, 31, 32, 33};
        List<KernelCase> cases = new ArrayList<>();
        for (int rows : edges) {
            for (int inputs : edges) {
                for (int outputs : edges) {
                    cases.add(KernelCases.product(reading, new int[]{1, rows, inputs, outputs}, rows > 31));
                    cases.add(KernelCases.product(reading, new int[]{1, rows, inputs, outputs}, rows < 32));
                }
            }
        }
        bench.alone(START, cases);
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void aProductIsRightForManyRowsInputsAndOutputs(Reading reading) {
        bench.alone(START, Stream.of(new int[]{1, 255, 257, 33}, new int[]{1, 33, 1000, 65}, new int[]{1, 1000, 5, 3},
                new int[]{1, 3, 5, 1000}, new int[]{1, 64, 256, 96})
                .map(sizes -> KernelCases.product(reading, sizes, sizes[1] > 200)).toList());
    }

    @ParameterizedTest
    @EnumSource(value = Reading.class, names = {"MATRIX", "TRANSPOSED"})
    void aProductIsRightForEveryHead(Reading reading) {
        bench.alone(START, Stream.of(new int[]{3, 33, 16, 40}, new int[]{12, 1, 64, 70}, new int[]{2, 40, 40, 1},
                new int[]{0, 3, 3, 3}).map(sizes -> KernelCases.product(reading, sizes, sizes[0] == 2)).toList());
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void aProductOfNothingIsTheBiasOrNothing(Reading reading) {
        bench.alone(START, Stream.of(new int[]{1, 0, 33, 33}, new int[]{1, 33, 33, 0}, new int[]{1, 33, 0, 35})
                .flatMap(sizes -> Stream.of(KernelCases.product(reading, sizes, true),
                        KernelCases.product(reading, sizes, false)))
                .toList());
    }

    @Test
    void aRowTimesAWeightIsRightForAllItsSizes() {
        List<KernelCase> cases = new ArrayList<>();
        for (int inputs : new int[]{0, 1, 7, 8, 9, 31, 33, 257, 1000}) {
            for (int outputs : new int[]{0, 1, 31, 32, 33, 100, 257}) {
                cases.add(KernelCases.linearRow(1 + outputs % 3, inputs, outputs));
            }
        }
        bench.alone(START, cases);
    }

    @Test
    void theMaskHidesTheFutureAlsoWhereAPastIsCached() {
        bench.alone(START,
                Stream.of(new int[]{3, 5, 5}, new int[]{2, 1, 33}, new int[]{4, 31, 257}, new int[]{1, 32, 33},
                        new int[]{12, 40, 40}, new int[]{0, 4, 4}).map(s -> KernelCases.causalMask(s[0], s[1], s[2]))
                        .toList());
    }

    @Test
    void softmaxIsRightForMasksNoAnswersAndLargeNumbers() {
        float[] x = Fixtures.random(9, 8, 300).data();
        float hidden = Float.NEGATIVE_INFINITY;
        Arrays.fill(x, 300, 599, hidden); // all but one
        Arrays.fill(x, 600, 900, hidden); // all
        x[1000] = Float.NaN; // in row 3, for an item's second number
        x[1201] = Float.POSITIVE_INFINITY;
        for (int i = 1500; i < 1800; i++) {
            x[i] *= 1e30f;
            x[i + 300] += 1e4f;
        }
        Arrays.fill(x, 2100, 2400, -3e38f);
        bench.alone(START, List.of(KernelCases.softmax(Tensor.of(x, 8, 300)), KernelCases.softmax(
                Tensor.of(new float[]{Float.NaN, 1, hidden, hidden, 2, hidden, hidden, hidden, hidden}, 3, 3))));
    }

    @Test
    void aLargeMeanDoesNotHideASmallVariance() {
        for (float mean : new float[]{0, 1000, -30_000}) {
            float[] x = Fixtures.random(5, 3, 257).data();
            for (int i = 0; i < x.length; i++) {
                x[i] = mean + x[i] / 16;
            }
            bench.alone(START, List.of(KernelCases.layerNorm(Tensor.of(x, 3, 257), 1e-12f, 2e-5)));
        }
    }

    @Test
    void layerNormIsRightForRowsOfOneNumberOfHugeAndOfTinyNumbers() {
        float[] huge = Fixtures.random(6, 2, 300).data();
        float[] tiny = huge.clone();
        float[] flat = new float[300];
        Arrays.fill(flat, 3.3f);
        for (int i = 0; i < huge.length; i++) {
            huge[i] *= 1e30f;
            tiny[i] *= 1e-4f;
        }
        bench.alone(START, List.of(KernelCases.layerNorm(Tensor.of(huge, 2, 300), 1e-5f, 1e-5),
                KernelCases.layerNorm(Tensor.of(tiny, 2, 300), 1e-5f, 1e-5),
                KernelCases.layerNorm(Tensor.of(flat, 1, 300), 1e-5f, 1e-5),
                KernelCases.layerNorm(Fixtures.random(7, 40, 1), 1e-5f, 1e-5)));
    }

    @Test
    void geluIsWithinItsErrorFromMinusEightToEight() {
        float[] x = new float[16_001];
        for (int i = 0; i < x.length; i++) {
            x[i] = -8 + i / 1000f;
        }
        bench.alone(START, List.of(KernelCases.gelu(x), KernelCases.geluTanh(x)));
    }

    @Test
    void activationsOfVeryLargeNumbersAreNumbers() {
        Tensor x = Tensor.of(new float[]{-1e20f, -1e10f, -100, -20, -0.0f, 0, 20, 100, 1e10f, 1e20f, Float.NaN,
            Float.POSITIVE_INFINITY}, 12);
        bench.alone(START, Stream.of(Kernel.GELU_TANH, Kernel.RELU, Kernel.SILU, Kernel.TANH, Kernel.GELU)
                .map(kernel -> KernelCases.unary(kernel, x, y -> KernelCases.defined(kernel, y), 1e-6)).toList());
    }

    @Test
    void kernelsDealOutMoreNumbersThanThereAreItems() {
        bench.alone(START, List.of(KernelCases.add(100_003), KernelCases.swapAxes(1000, 12, 17),
                KernelCases.append(12, 500, 1, 33), KernelCases.rows(1000, 3000, 33),
                KernelCases.softmax(Fixtures.random(1, 257, 3))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 769, (1 << 14) - 1, 1 << 14, (1 << 14) + 1, 100_000, Machine.WINDOW})
    void numbersAreWrittenAndReadWhereTheyBelong(int count) {
        int place = START;
        bench.guard(place - GAP, count + 2 * GAP);
        float[] numbers = Fixtures.random(count, count + 5).data();
        machine.write(place, numbers, 3, count);
        float[] found = new float[count + 9];
        machine.read(place, found, 7, count);
        assertThat(Arrays.mismatch(Arrays.copyOfRange(found, 7, 7 + count), Arrays.copyOfRange(numbers, 3, 3 + count)))
                .isEqualTo(-1);
        assertThat(Arrays.copyOf(found, 7)).containsOnly(0);
        assertThat(Arrays.copyOfRange(found, 7 + count, found.length)).containsOnly(0);
        assertThat(bench.read(place - GAP, GAP)).containsOnly(GUARD);
        assertThat(bench.read(place + count, GAP)).containsOnly(GUARD);
    }
}
