package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;

/** What is answered while the device is being made ready, what is heard of that, and many who ask at once. */
class EngineMeanwhileTest {
    private static final int[] IDS = {475, 440, 297, 12, 300};

    private final EmulatedMachine.Log log = new EmulatedMachine.Log();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch mayPrepare = new CountDownLatch(1);
    private final CountDownLatch ready = new CountDownLatch(1);
    private RuntimeException problem;

    private final AcceleratorListener listener = new AcceleratorListener() {
        @Override
        public void compiling(int done, int all) {
            heard.add(done + " of " + all);
            if (done == all) {
                ready.countDown();
            }
        }

        @Override
        public void failed(String reason) {
            heard.add(reason);
            ready.countDown();
        }
    };

    /** A device that is made when the test says so. */
    private final Machine.Maker heldUp = new Machine.Maker() {
        private final Machine.Maker maker = EmulatedMachine.maker(Integer.MAX_VALUE, log);

        @Override
        public Machine make(int capacity, List<List<Kind>> programs) {
            await(mayPrepare);
            if (problem != null) {
                throw problem;
            }
            return maker.make(capacity, programs);
        }

        @Override
        public int mostCapacity() {
            return maker.mostCapacity();
        }
    };

    private final Ops ops = Emulated.ops(heldUp, Patience.ANSWER_MEANWHILE, listener);

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void prepare() {
        mayPrepare.countDown();
        await(ready);
    }

    private static Tensor numbers(float... numbers) {
        return Tensor.of(numbers, numbers.length);
    }

    @Test
    void theCpuAnswersUntilTheDeviceIsReady() {
        assertThat(ops.scale(numbers(1, 2), 2).data()).containsExactly(2, 4);
        assertThat(ops.scale(numbers(1, 2), 3).data()).containsExactly(3, 6);
        assertThat(log.runs).isEmpty();
        prepare();
        assertThat(log.runs).isEmpty();
        assertThat(ops.scale(numbers(1, 2), 4).data()).containsExactly(4, 8);
        assertThat(log.runs).containsExactly(List.of(Kernel.SCALE));
    }

    @Test
    void itIsHeardThatTheDeviceIsPreparedBeforeTheCpuAnswers() {
        Tensor x = ops.add(ops.scale(numbers(1, 2), 2), numbers(1, 1));
        assertThat(heard).isEmpty();
        x.data();
        assertThat(heard).containsExactly("0 of 2");
        prepare();
        assertThat(heard).startsWith("0 of 2").endsWith("1 of 2", "2 of 2");
    }

    @Test
    void whatTheCpuAnsweredTheDeviceReads() {
        Tensor early = ops.scale(numbers(1, 2), 2);
        early.data();
        Tensor waiting = ops.scale(numbers(1, 2), 5);
        prepare();
        assertThat(ops.add(early, waiting).data()).containsExactly(7, 14);
        assertThat(log.capacities).hasSize(1);
    }

    @Test
    void aModelsFirstPassIsTheCpusAndItsNextTheDevices() {
        Gpt2 model = Fixtures.gpt2("gpt2-tiny", ops);
        Tensor expected = Fixtures.gpt2("gpt2-tiny", new ScalarOps()).forward(IDS, Recorder.off());
        assertThat(model.forward(IDS, Recorder.off()).data()).isEqualTo(expected.data());
        assertThat(log.runs).isEmpty();
        prepare();
        float[] found = model.forward(IDS, Recorder.off()).data();
        assertThat(log.runs).isNotEmpty();
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).isCloseTo(expected.data()[i],
                    within(2e-4 + 2e-4 * Math.abs(expected.data()[i])));
        }
    }

    @Test
    void aPreparationThatFailsIsHeardAndTheCpuGoesOn() {
        problem = new IllegalStateException("no memory.");
        assertThat(ops.scale(numbers(1, 2), 2).data()).containsExactly(2, 4);
        prepare();
        assertThat(heard).containsExactly("0 of 1", "no memory");
        assertThat(ops.scale(numbers(1, 2), 3).data()).containsExactly(3, 6);
        assertThat(log.runs).isEmpty();
    }

    @Test
    void whoWaitsHearsHowFarItIsBeforeTheAnswer() {
        Ops patient = Emulated.ops(EmulatedMachine.maker(Integer.MAX_VALUE, log), Patience.WAIT, listener);
        Tensor y = patient.relu(patient.add(patient.scale(numbers(1, 2), 2), numbers(1, 1)));
        y.data();
        assertThat(heard).startsWith("0 of 3").endsWith("1 of 3", "2 of 3", "3 of 3");
        patient.relu(numbers(1)).data();
        assertThat(heard).as("nothing new").endsWith("3 of 3");
    }

    @Test
    void manyThreadsAtOnceGetTheirOwnNumbers() throws Exception {
        Ops shared = Emulated.ops(log, Integer.MAX_VALUE);
        Tensor common = shared.scale(numbers(1, 2), 1);
        List<Callable<float[]>> tasks = IntStream.range(0, 40).<Callable<float[]>>mapToObj(n -> () -> {
            Tensor x = common;
            for (int i = 0; i < 20; i++) {
                x = shared.add(x, shared.scale(common, n));
                if (i % 7 == n % 7) {
                    x.data();
                }
            }
            return x.data();
        }).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<float[]>> answers = threads.invokeAll(tasks);
            for (int n = 0; n < answers.size(); n++) {
                assertThat(answers.get(n).get()).containsExactly(1 + 20 * n, 2 + 40 * n);
            }
        }
    }

    @Test
    void manyThreadsAtOnceRunAModelWhileTheDeviceBecomesReady() throws Exception {
        Gpt2 model = Fixtures.gpt2("gpt2-tiny", ops);
        Gpt2 definition = Fixtures.gpt2("gpt2-tiny", new ScalarOps());
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<float[]>> answers = new ArrayList<>();
            for (int n = 0; n < 12; n++) {
                int[] ids = {n, 2 * n, 3 * n, 7, 8};
                answers.add(threads.submit(() -> model.forward(ids, Recorder.off()).data()));
                if (n == 4) {
                    mayPrepare.countDown();
                }
            }
            for (int n = 0; n < 12; n++) {
                float[] expected = definition.forward(new int[]{n, 2 * n, 3 * n, 7, 8}, Recorder.off()).data();
                assertThat(answers.get(n).get()).containsExactly(expected, within(1e-3f));
            }
        }
    }
}
