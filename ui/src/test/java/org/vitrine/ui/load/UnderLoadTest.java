package org.vitrine.ui.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelLookup;

/**
 * Many threads ask the same models for different things at once: every answer must be the one that a single thread gets, and
 * when all have gone quiet nothing may be left of it. {@code -Dload.seconds=60} keeps it up for longer.
 */
@Timeout(600)
class UnderLoadTest {
    private static final int PLATFORM_THREADS = 8;
    private static final int VIRTUAL_THREADS = 24;
    private static final int SAMPLES = 5;
    private static final long A_WHILE = 1_000_000; // nanoseconds
    private static final List<String> TEXTS = List.of("The dog ran after the %s.",
            "A cat saw the small %s in the garden",
            "She %s.", "The children went to the river, and the old man gave them a %s to eat. They were very happy.",
            "Yesterday the queen of the %s slept.", "One, two, %s! Ärger & Ωmega 42");
    /** What stands for a missing word, by model. */
    private static final Map<String, String> MASKS = masks();
    private static final long SECONDS = Long.getLong("load.seconds", 5);

    /** What the plain loops are asked for: the rest takes them long. */
    private static final Set<Task> QUICK = EnumSet.of(Task.FORWARD, Task.PREDICTIONS, Task.TOKENS);

    /** A question to a model. */
    private record Question(int model, String text, Task task) {
    }

    private final List<LoadedModel> models = models();
    private final List<Question> questions = new ArrayList<>();
    private final List<Object> answers = new ArrayList<>();
    /** How many threads wait for an answer. */
    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicReference<String> wrong = new AtomicReference<>();
    private final AtomicInteger answered = new AtomicInteger();
    /** Whether nobody may begin a question. */
    private volatile boolean pausing;
    private volatile boolean over;

    /** The classroom models, each with both back ends; those with threads share them. */
    private static List<LoadedModel> models() {
        List<LoadedModel> models = new ArrayList<>();
        for (Ops ops : List.of(new ScalarOps(), new VectorOps(3))) {
            for (String name : MASKS.keySet()) {
                models.add(LoadedModel.load(ModelLookup.find(name), ops));
            }
        }
        return models;
    }

    private static Map<String, String> masks() {
        Map<String, String> masks = new LinkedHashMap<>();
        masks.put("classroom-gpt2", "house");
        masks.put("classroom-bert", "[MASK]");
        masks.put("classroom-bart", "<mask>");
        return masks;
    }

    @Test
    void everyThreadGetsTheAnswersOfASingleOneAndNothingIsLeftOfThem() throws InterruptedException {
        askAlone();
        CountDownLatch warm = new CountDownLatch(PLATFORM_THREADS + VIRTUAL_THREADS);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < PLATFORM_THREADS + VIRTUAL_THREADS; i++) {
            SplittableRandom order = new SplittableRandom(i);
            Thread.Builder kind = i < PLATFORM_THREADS ? Thread.ofPlatform() : Thread.ofVirtual();
            threads.add(kind.start(() -> askOnAndOn(order, warm)));
        }
        warm.await();
        List<Held> samples = new ArrayList<>(List.of(sample()));
        for (int i = 1; i < SAMPLES && wrong.get() == null; i++) {
            Thread.sleep(1000 * SECONDS / (SAMPLES - 1));
            samples.add(sample());
        }
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println(answered + " answers in " + SECONDS + " s; held after the warm-up and in the end: "
                + samples.getFirst() + ", " + samples.getLast());
        assertThat(wrong.get()).isNull();
        assertThat(answered.get()).isGreaterThanOrEqualTo(2 * threads.size());
        samples.getLast().requireNoMoreThan(samples.getFirst());
    }

    /** By models of its own, so that those which all threads share have still to make what is made at the first question. */
    private void askAlone() {
        List<LoadedModel> own = models();
        for (int model = 0; model < own.size(); model++) {
            String mask = MASKS.get(own.get(model).name());
            for (String text : TEXTS) {
                for (Task task : model < MASKS.size() ? QUICK : EnumSet.allOf(Task.class)) {
                    questions.add(new Question(model, text.formatted(mask), task));
                    answers.add(task.answer(own.get(model), text.formatted(mask)));
                }
            }
        }
    }

    private void askOnAndOn(SplittableRandom order, CountDownLatch warm) {
        for (int round = 0; round < 2 || !over && wrong.get() == null; round++) {
            asking.incrementAndGet();
            while (pausing) {
                asking.decrementAndGet();
                LockSupport.parkNanos(A_WHILE);
                asking.incrementAndGet();
            }
            ask(order.nextInt(questions.size()));
            asking.decrementAndGet();
            if (round == 0) {
                warm.countDown();
                awaitAll(warm); // else those that were first would leave the last ones little of the processor
            }
            Thread.yield(); // a virtual thread that never waits would keep all others from running
        }
    }

    private static void awaitAll(CountDownLatch warm) {
        try {
            warm.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ask(int number) {
        Question question = questions.get(number);
        try {
            Object answer = question.task().answer(models.get(question.model()), question.text());
            if (!answer.equals(answers.get(number))) {
                wrong.compareAndSet(null, question + ": " + answer + " instead of " + answers.get(number));
            }
        } catch (Throwable e) {
            wrong.compareAndSet(null, question + ": " + e);
        }
        answered.incrementAndGet();
    }

    /** Nobody asks meanwhile: what is in use just then would hide what is left over. */
    private Held sample() {
        pausing = true;
        while (asking.get() > 0) {
            LockSupport.parkNanos(A_WHILE);
        }
        Held held = Held.now();
        pausing = false;
        return held;
    }
}
