package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.ops.Accelerator.Patience;
import org.vitrine.transformer.ops.AcceleratorListener;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;

/** Where the device is too small, or its machine must be made anew. */
class EngineLimitsTest {
    private static final int MILLION = 1 << 20;

    private final EmulatedMachine.Log log = new EmulatedMachine.Log();
    private WeakReference<Tensor> gone;
    private final List<String> heard = new ArrayList<>();
    private final List<Integer> preparations = Collections.synchronizedList(new ArrayList<>());
    private final AcceleratorListener listener = new AcceleratorListener() {
        @Override
        public void compiling(int done, int all) {
            if (done == 0) {
                preparations.add(all);
            }
        }

        @Override
        public void failed(String reason) {
            heard.add(reason);
        }
    };

    @Test
    void aResultTooLargeForTheDeviceIsTheCpusAndTheDeviceGoesOn() {
        Ops ops = Emulated.ops(EmulatedMachine.maker(Memory.LEAST, log), Patience.WAIT, listener);
        Tensor x = Fixtures.random(1, 3 * MILLION);
        assertThat(ops.relu(ops.scale(x, 2)).data()[17]).isEqualTo(Math.max(0, 2 * x.data()[17]));
        assertThat(heard).as("failures").isEmpty();
        log.runs.clear();
        assertThat(ops.scale(Tensor.of(new float[]{1, 2}, 2), 2).data()).containsExactly(2, 4);
        assertThat(log.runs).containsExactly(List.of(Kernel.SCALE));
    }

    @Test
    void whatIsComputedInPartsIsPreparedForOnce() {
        CountDownLatch mayPrepare = new CountDownLatch(1);
        Machine.Maker maker = EmulatedMachine.maker(Memory.LEAST, log);
        Ops ops = Emulated.ops(new Machine.Maker() {
            @Override
            public Machine make(int capacity, List<List<Kind>> programs) {
                try {
                    mayPrepare.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return maker.make(capacity, programs);
            }

            @Override
            public int mostCapacity() {
                return maker.mostCapacity();
            }
        }, Patience.ANSWER_MEANWHILE, listener);
        Tensor x = Fixtures.random(1, MILLION);
        Tensor y = ops.scale(x, 2);
        for (int i = 0; i < 5; i++) {
            y = ops.add(y, x);
        }
        assertThat(y.data()[5]).isNotZero();
        assertThat(preparations).as("machines that were begun before the first was there").hasSize(1);
        mayPrepare.countDown();
    }

    @Test
    void whatIsNeededInALargerMachineIsBroughtThereAndNotComputedAgain() {
        AtomicInteger cooked = new AtomicInteger();
        Ops ops = Emulated.ops(EmulatedMachine.maker(Integer.MAX_VALUE, log), Patience.WAIT, listener,
                counting(cooked));
        Tensor relu = pending(ops);
        for (int i = 0; i < 50 && gone.get() != null; i++) {
            System.gc();
        }
        assertThat(gone.get()).isNull();
        assertThat(ops.add(Fixtures.random(3, 2 * MILLION), Fixtures.random(4, 2 * MILLION)).data()).isNotEmpty();
        assertThat(log.capacities).hasSize(2);
        assertThat(relu.data()).containsExactly(2, 4);
        assertThat(cooked).as("results that were computed again by the CPU").hasValue(0);
    }

    /** The definition, and how often it was asked. */
    private static Ops counting(AtomicInteger asked) {
        Ops definition = new ScalarOps();
        return (Ops) Proxy.newProxyInstance(Ops.class.getClassLoader(), new Class<?>[]{Ops.class},
                (proxy, method, arguments) -> {
                    asked.incrementAndGet();
                    return method.invoke(definition, arguments);
                });
    }

    /** A result that was put off, of one that was computed and that nobody else holds. */
    private Tensor pending(Ops ops) {
        Tensor twice = ops.scale(Tensor.of(new float[]{1, 2}, 2), 2);
        ops.relu(Tensor.of(new float[1], 1)).data();
        gone = new WeakReference<>(twice);
        return ops.relu(twice);
    }
}
