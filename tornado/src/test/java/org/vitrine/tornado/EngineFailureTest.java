package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;

/** A device that fails is nobody's loss: one sentence is said, and the CPU goes on. */
class EngineFailureTest {
    private static final int[] IDS = {475, 440, 297, 12, 300};

    private final EmulatedMachine.Log log = new EmulatedMachine.Log();
    private final List<String> heard = new ArrayList<>();
    private final AcceleratorListener listener = new AcceleratorListener() {
        @Override
        public void compiling(int done, int all) {
        }

        @Override
        public void failed(String reason) {
            heard.add(reason);
        }
    };
    private final Ops ops = on(EmulatedMachine.maker(Integer.MAX_VALUE, log));

    private Ops on(Machine.Maker maker) {
        return Emulated.ops(maker, Patience.WAIT, listener);
    }

    private void breakDevice() {
        log.failure = new IllegalStateException("wrapped", new RuntimeException(
                "\u001b[31mCL_OUT_OF_RESOURCES.\u001b[0m\n\tat some.driver.Queue"));
    }

    private static Tensor numbers(float... numbers) {
        return Tensor.of(numbers, numbers.length);
    }

    private void assertHeardOnce() {
        assertThat(heard).containsExactly("CL_OUT_OF_RESOURCES");
    }

    @Test
    void aFailureWhileComputingIsHeardOnceAndTheCpuComputes() {
        breakDevice();
        Tensor x = ops.scale(numbers(1, 2), 2);
        Tensor y = ops.add(x, x);
        assertThat(y.data()).containsExactly(4, 8);
        assertHeardOnce();
        assertThat(x.data()).containsExactly(2, 4);
        assertThat(ops.add(y, x).data()).containsExactly(6, 12);
        assertHeardOnce();
    }

    @Test
    void aFailureWhileReadingIsHeardOnceAndTheCpuComputesAgain() {
        Tensor x = ops.scale(numbers(1, 2), 2);
        Tensor y = ops.add(x, x);
        ops.relu(numbers(1)).data();
        assertThat(log.runs).hasSize(3);
        breakDevice();
        assertThat(y.data()).containsExactly(4, 8);
        assertHeardOnce();
        assertThat(x.data()).containsExactly(2, 4);
        assertThat(ops.scale(y, 3).data()).containsExactly(12, 24);
        assertThat(log.runs).as("nothing more").hasSize(3);
        assertHeardOnce();
    }

    @Test
    void whatWasComputedBeforeTheFailureIsThereAfterIt() {
        Recording before = Recording.everything();
        Fixtures.gpt2("gpt2-tiny", ops).forward(IDS, before);
        ops.relu(numbers(1)).data();
        assertThat(log.runs).isNotEmpty();
        breakDevice();
        ops.fetch(before.trace().tensors());
        assertHeardOnce();
        Recording expected = Recording.everything();
        Fixtures.gpt2("gpt2-tiny", new ScalarOps()).forward(IDS, expected);
        expected.trace().names().forEach(name -> assertThat(before.trace().get(name).data()).as(name.toString())
                .isEqualTo(expected.trace().get(name).data()));
    }

    @Test
    void whatWasPutOffWhenTheDeviceFailedIsTheDefinitions() {
        Tensor early = ops.scale(numbers(1, 2), 2);
        ops.relu(numbers(1)).data();
        Tensor late = ops.add(early, early);
        breakDevice();
        assertThat(late.data()).containsExactly(4, 8);
        assertThat(early.data()).containsExactly(2, 4);
        assertHeardOnce();
    }

    @Test
    void aModelRunsOnAfterTheFailure() {
        breakDevice();
        Tensor expected = Fixtures.gpt2("gpt2-tiny", new ScalarOps()).forward(IDS, Recorder.off());
        assertThat(Fixtures.gpt2("gpt2-tiny", ops).forward(IDS, Recorder.off()).data()).isEqualTo(expected.data());
        assertThat(Fixtures.gpt2("gpt2-tiny", ops).forward(IDS, Recorder.off()).data()).isEqualTo(expected.data());
        assertHeardOnce();
    }

    @Test
    void whatATensorDoesByItselfIsRightAfterTheFailure() {
        Tensor x = ops.scale(Tensor.of(new float[]{1, 2, 3, 4}, 2, 2), 2);
        ops.relu(numbers(1)).data();
        breakDevice();
        assertThat(x.rows(1).data()).containsExactly(6, 8);
        assertThat(x.splitHeads(2).data()).containsExactly(2, 6, 4, 8);
        assertThat(x.splitHeads(2).mergeHeads().data()).containsExactly(2, 4, 6, 8);
        assertThat(x.splitHeads(2).append(x.splitHeads(2)).dim(1)).isEqualTo(4);
        assertHeardOnce();
    }

    static List<Throwable> problems() {
        return List.of(new OutOfMemoryError("no room for 12 GB."), new NoClassDefFoundError("no room for 12 GB."),
                new IllegalStateException("no room for 12 GB"),
                new RuntimeException(new Exception("no room for 12 GB\n")));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void aDeviceThatCannotBePreparedIsNobodysLoss(Throwable problem) {
        Ops broken = on(new Machine.Maker() {
            @Override
            public Machine make(int capacity, List<List<Kind>> programs) {
                throw EngineFailureTest.<RuntimeException>unchecked(problem);
            }

            @Override
            public int mostCapacity() {
                return Integer.MAX_VALUE;
            }
        });
        assertThat(broken.scale(numbers(1, 2), 2).data()).containsExactly(2, 4);
        assertThat(broken.scale(numbers(1, 2), 3).data()).containsExactly(3, 6);
        assertThat(heard).containsExactly("no room for 12 GB");
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable problem) throws E {
        throw (E) problem;
    }
}
