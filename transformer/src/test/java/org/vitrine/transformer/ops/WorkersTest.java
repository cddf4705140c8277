package org.vitrine.transformer.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(ints = {1, 4})
    void anInterruptIsPassedOnAfterTheWorkIsDone(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(1);
        Thread.currentThread().interrupt();
        new Workers(threads).run(100, i -> runs.incrementAndGet(0));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(runs.get(0)).isEqualTo(100);
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
