package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/** When the device computes, what it holds, and what is copied. */
class EngineTest {
    private static final int MILLION = 1 << 20;

    private final EmulatedMachine.Log log = new EmulatedMachine.Log();
    private final Ops ops = Emulated.ops(log, Integer.MAX_VALUE);

    private static Tensor ramp(int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = i;
        }
        return Tensor.of(numbers, size);
    }

    /** Whether the tensor is the ramp times a factor. */
    private static void assertRamp(Tensor x, float factor) {
        for (int i = 0; i < x.size(); i += 997) {
            assertThat(x.data()[i]).isEqualTo(i * factor);
        }
        assertThat(x.data()[x.size() - 1]).isEqualTo((x.size() - 1) * factor);
    }

    private void compute() {
        ops.relu(ramp(1)).data();
    }

    private static void awaitGone(WeakReference<?> reference) {
        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
        }
        assertThat(reference.get()).as("what nobody holds any more").isNull();
    }

    @Test
    void nothingRunsBeforeSomebodyLooks() {
        ops.add(ops.scale(ramp(10), 2), ops.relu(ramp(10)));
        assertThat(log.capacities).isEmpty();
        assertThat(log.runs).isEmpty();
        assertThat(log.written).isZero();
    }

    @Test
    void oneLookComputesAllThatWasPutOff() {
        Tensor twice = ops.scale(ramp(10), 2);
        Tensor fourTimes = ops.add(twice, twice);
        Tensor other = ops.relu(ramp(10));
        assertRamp(fourTimes, 4);
        List<List<Kind>> all = List.of(List.of(Kernel.SCALE), List.of(Kernel.ADD), List.of(Kernel.RELU));
        assertThat(log.runs).isEqualTo(all);
        assertRamp(other, 1);
        assertRamp(twice, 2);
        assertThat(log.runs).isEqualTo(all);
    }

    @Test
    void numbersThatAreHereAreNotCopiedAgain() {
        Tensor x = ops.scale(ramp(10), 2);
        x.data();
        int read = log.read;
        assertThat(x.data()).isSameAs(x.data());
        assertRamp(x.reshape(2, 5).reshape(10), 2);
        assertThat(log.read).isEqualTo(read);
    }

    @Test
    void whatNobodyLooksAtDoesNotPileUp() {
        Tensor x = ramp(1);
        for (int i = 0; i < 5000; i++) {
            x = ops.scale(x, 1);
        }
        assertThat(log.runs.stream().mapToInt(List::size).sum()).isEqualTo(4096);
    }

    @Test
    void anInputIsWrittenOnceForAllThatReadIt() {
        Tensor x = ramp(100);
        Tensor y = ops.add(ops.scale(x, 2), ops.add(x, x));
        assertRamp(y, 4);
        assertThat(log.written).isEqualTo(100);
    }

    @Test
    void weightsOfDroppedLayersDoNotPileUp() {
        for (int i = 0; i < 10; i++) {
            assertThat(useLayer(i)).isEqualTo(1024 + i);
        }
        assertThat(log.capacities).containsExactly(Memory.LEAST);
    }

    private Linear layer(int bias) {
        float[] ones = new float[MILLION];
        Arrays.fill(ones, 1);
        float[] biases = new float[1024];
        Arrays.fill(biases, bias);
        return new Linear(Weight.of(Tensor.of(ones, 1024, 1024)), Tensor.of(biases, 1024));
    }

    private float useLayer(int bias) {
        float[] row = new float[1024];
        Arrays.fill(row, 1);
        return ops.linear(Tensor.of(row, 1, 1024), layer(bias)).data()[1023];
    }

    @Test
    void aWeightIsForgottenWithItsModel() {
        WeakReference<Weight> weight = useLayerOnce();
        compute();
        awaitGone(weight);
    }

    private WeakReference<Weight> useLayerOnce() {
        Linear layer = layer(1);
        float[] row = new float[1024];
        assertThat(ops.linear(Tensor.of(row, 1, 1024), layer).data()).containsOnly(1);
        return new WeakReference<>(layer.weight());
    }

    @Test
    void resultsThatNobodyHoldsAreNotCopiedBackWhenMemoryIsNeeded() {
        compute(); // on a machine as small as they are made
        Tensor held = ops.scale(ramp(MILLION / 2), 2);
        awaitGone(dropped());
        int before = log.numbersRead;
        assertRamp(ops.scale(ramp(MILLION), 5), 5);
        assertThat(log.capacities).containsExactly(Memory.LEAST);
        assertThat(log.numbersRead - before).isEqualTo(MILLION / 2 + MILLION);
        log.read = 0;
        assertRamp(held, 2);
        assertThat(log.read).as("brought when it had to make room").isZero();
    }

    private WeakReference<Tensor> dropped() {
        Tensor dropped = ops.scale(ramp(MILLION), 3);
        compute();
        return new WeakReference<>(dropped);
    }

    @Test
    void resultsThatAreHeldStayRightWhateverIsComputedAfterwards() {
        List<Tensor> held = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            held.add(ops.scale(ramp(MILLION / 2), i));
            compute();
        }
        assertThat(log.capacities).containsExactly(Memory.LEAST);
        for (int i = 1; i <= 8; i++) {
            assertRamp(held.get(i - 1), i);
            assertRamp(ops.add(held.get(i - 1), held.get(0)), i + 1);
        }
    }

    @Test
    void moreNumbersThanTheDeviceHoldsAreComputedInParts() {
        Ops small = Emulated.ops(log, Memory.LEAST);
        Tensor x = ramp(MILLION);
        Tensor y = small.scale(x, 2);
        List<Tensor> all = new ArrayList<>(List.of(y));
        for (int i = 0; i < 5; i++) {
            y = small.add(y, x);
            all.add(y);
        }
        assertRamp(y, 7);
        for (int i = 0; i < all.size(); i++) {
            assertRamp(all.get(i), i + 2);
        }
        assertThat(log.runs.stream().mapToInt(List::size).sum()).isEqualTo(6);
        assertThat(log.capacities).containsOnly(Memory.LEAST);
    }

    @Test
    void aLongerTextMakesALargerMachineAndASimilarOneDoesNot() {
        assertRamp(ops.scale(ramp(MILLION), 2), 2);
        assertRamp(ops.scale(ramp(2 * MILLION + 100_000), 2), 2);
        assertThat(log.capacities).containsExactly(Memory.LEAST, 10 * MILLION);
        assertRamp(ops.scale(ramp(2 * MILLION + 200_000), 3), 3);
        assertRamp(ops.scale(ramp(100), 3), 3);
        assertThat(log.capacities).hasSize(2);
    }

    @Test
    void resultsOutliveTheirMachine() {
        Tensor early = ops.scale(ramp(100), 2);
        compute();
        assertRamp(ops.scale(ramp(3 * MILLION), 2), 2);
        assertThat(log.capacities).hasSize(2);
        assertRamp(ops.add(early, early), 4);
        assertRamp(early, 2);
    }

    @Test
    void aResultLargerThanAWindowIsCopiedInParts() {
        Tensor x = ramp(Machine.WINDOW + 5);
        assertThat(ops.relu(x).data()).isEqualTo(x.data());
    }

    @Test
    void tensorsOfAnotherDeviceAreCopied() {
        Ops other = Emulated.ops();
        Tensor x = other.scale(ramp(10), 2);
        assertRamp(ops.add(x, x), 4);
    }

    @Test
    void fetchingReadsNeighboursTogether() {
        List<Tensor> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(ops.scale(Fixtures.random(i, 1000), 2));
        }
        ops.fetch(all);
        assertThat(log.read).isEqualTo(1);
        for (int i = 0; i < 100; i++) {
            assertThat(all.get(i).data()[999]).isEqualTo(Fixtures.random(i, 1000).data()[999] * 2);
        }
        assertThat(log.read).isEqualTo(1);
    }
}
