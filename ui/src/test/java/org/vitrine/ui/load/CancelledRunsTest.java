package org.vitrine.ui.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vitrine.transformer.ops.CancelledException;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelLookup;

/** Runs are broken off at any moment: nothing is left of them, and the next run has the same numbers. */
@Timeout(300)
class CancelledRunsTest {
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 240;
    private static final int LONGEST_WAIT_NANOS = 8_000_000;
    private static final String TEXT = "The children went to the river, and the old man gave them a cake to eat.";
    private static final List<Task> TASKS = List.of(Task.FORWARD, Task.WRITING, Task.FACTORS);

    private final SplittableRandom random = new SplittableRandom(11);
    private int cancelled;

    @Test
    void nothingIsLeftOfThem() throws InterruptedException {
        for (Ops ops : List.of(new ScalarOps(), new VectorOps(3))) {
            LoadedModel model = LoadedModel.load(ModelLookup.find("classroom-gpt2"), ops);
            List<Object> answers = TASKS.stream().map(task -> task.answer(model, TEXT)).toList();
            cancel(model, answers, WARM_UP);
            Held before = Held.now();
            cancelled = 0;
            cancel(model, answers, ROUNDS);
            assertThat(cancelled).as("runs that were cancelled before they ended").isGreaterThan(ROUNDS / 10);
            Held.now().requireNoMoreThan(before);
            assertThat(TASKS.stream().map(task -> task.answer(model, TEXT))).isEqualTo(answers);
        }
    }

    /** Each run ends with the right answer, or as one that was cancelled. */
    private void cancel(LoadedModel model, List<Object> answers, int rounds) throws InterruptedException {
        for (int round = 0; round < rounds; round++) {
            int number = round % TASKS.size();
            Callable<Object> question = () -> TASKS.get(number).answer(model, TEXT);
            FutureTask<Object> run = new FutureTask<>(question);
            Thread thread = Thread.ofPlatform().start(run);
            LockSupport.parkNanos((long) (LONGEST_WAIT_NANOS * Math.pow(random.nextDouble(), 3))); // rather short ones
            thread.interrupt();
            thread.join();
            try {
                assertThat(run.get()).isEqualTo(answers.get(number));
            } catch (ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(CancelledException.class);
                cancelled++;
            }
        }
    }
}
