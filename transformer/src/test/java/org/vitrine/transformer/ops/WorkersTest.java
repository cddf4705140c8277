package org.vitrine.transformer.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void everyTaskRunsExactlyOnce(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(1000);
        new Workers(threads).run(1000, runs::incrementAndGet);
        for (int i = 0; i < runs.length(); i++) {
            assertThat(runs.get(i)).as("task " + i).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void whatATaskThrowsComesOutAndTheWorkersGoOn(int threads) {
        Workers workers = new Workers(threads);
        assertThatThrownBy(() -> workers.run(50, i -> {
            if (i == 33) {
                throw new IllegalArgumentException("task 33");
            }
        })).hasMessage("task 33");
        AtomicIntegerArray runs = new AtomicIntegerArray(1);
        workers.run(10, i -> runs.incrementAndGet(0));
        assertThat(runs.get(0)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void anInterruptEndsTheWorkAndNobodyIsLeftAtIt(int threads) {
        Workers workers = new Workers(threads);
        Thread asker = Thread.currentThread();
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger atWork = new AtomicInteger();
        assertThatThrownBy(() -> workers.run(100_000, i -> {
            atWork.incrementAndGet();
            if (begun.incrementAndGet() == 50) {
                asker.interrupt();
            }
            atWork.decrementAndGet();
        })).isInstanceOf(CancelledException.class);
        int inTheEnd = begun.get();
        assertThat(atWork).hasValue(0);
        assertThat(inTheEnd).isLessThan(100_000);
        assertThat(Thread.interrupted()).as("the thread is still interrupted").isTrue();
        AtomicInteger again = new AtomicInteger();
        workers.run(100, i -> again.incrementAndGet());
        assertThat(again).hasValue(100);
        assertThat(begun).hasValue(inTheEnd);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aTasksOwnTasksEndWhenTheThreadIsInterruptedThatWaitsForIt(int threads) {
        Workers workers = new Workers(threads);
        Thread asker = Thread.currentThread();
        AtomicInteger inner = new AtomicInteger();
        assertThatThrownBy(() -> workers.run(8, task -> {
            asker.interrupt();
            workers.run(1000, i -> inner.incrementAndGet());
        })).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(inner).hasValue(0);
    }

    @Test
    void nobodyWaitsForAHelperThatIsBusyForAnother() throws InterruptedException {
        Workers workers = new Workers(2);
        CountDownLatch bothBusy = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        Thread other = Thread.ofPlatform().start(() -> workers.run(2, i -> {
            bothBusy.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        bothBusy.await();
        AtomicInteger runs = new AtomicInteger();
        workers.run(100, i -> runs.incrementAndGet());
        assertThat(runs).hasValue(100);
        release.countDown();
        other.join();
    }

    @Test
    void manyThreadsOfBothKindsShareTheWorkers() throws InterruptedException {
        Workers workers = new Workers(4);
        AtomicInteger right = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 80; t++) {
            Thread.Builder kind = t < 16 ? Thread.ofPlatform() : Thread.ofVirtual();
            threads.add(kind.start(() -> {
                for (int round = 0; round < 50; round++) {
                    AtomicIntegerArray runs = new AtomicIntegerArray(40);
                    workers.run(40, task -> workers.run(task, i -> runs.incrementAndGet(task)));
                    if (IntStream.range(0, 40).allMatch(task -> runs.get(task) == task)) {
                        right.incrementAndGet();
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(right).hasValue(80 * 50);
    }

    @Test
    void anErrorInATaskComesOutAsItIs() {
        assertThatThrownBy(() -> new Workers(4).run(50, i -> {
            throw new OutOfMemoryError("task");
        })).isInstanceOf(OutOfMemoryError.class).hasMessage("task");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aTaskDoesItsOwnTasksInItsOwnThread(int threads) {
        Workers workers = new Workers(threads);
        AtomicIntegerArray runs = new AtomicIntegerArray(20);
        Set<Thread> strangers = ConcurrentHashMap.newKeySet();
        workers.run(20, task -> {
            Thread own = Thread.currentThread();
            workers.run(30, inner -> {
                runs.incrementAndGet(task);
                if (Thread.currentThread() != own) {
                    strangers.add(Thread.currentThread());
                }
            });
        });
        for (int task = 0; task < 20; task++) {
            assertThat(runs.get(task)).as("task " + task).isEqualTo(30);
        }
        assertThat(strangers).isEmpty();
        assertThat(Workers.inTask()).isFalse();
    }
}
