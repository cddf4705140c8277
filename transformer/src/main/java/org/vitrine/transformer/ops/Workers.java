package org.vitrine.transformer.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * A fixed number of threads that share out numbered tasks. Each task writes its own part of the result, so the result
 * does not depend on how many threads there are or who took which task.
 */
final class Workers {
    private static final int IDLE_SECONDS = 10;
    /** How long an idle thread looks for work before it sleeps: to wake it up takes as long as many an operation. */
    private static final long LOOK_NANOS = 1_000_000;
    /** Bound in a thread that is at work on a task. */
    private static final ScopedValue<Boolean> BUSY = ScopedValue.newInstance();

    private final int threads;
    private final ExecutorService helpers;

    /** The calling thread works too, so one thread needs no helper. Idle helpers end by themselves. */
    Workers(int threads) {
        this.threads = threads;
        this.helpers = threads == 1 ? null : helpers(threads - 1);
    }

    private static ExecutorService helpers(int count) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(count, count, IDLE_SECONDS, TimeUnit.SECONDS,
                new WatchedQueue(), Thread.ofPlatform().daemon().name("vitrine-ops-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Runs task 0 to task count − 1, each once, and returns when all are done. A task that has tasks of its own does them
     * alone: the others have theirs.
     */
    void run(int count, IntConsumer task) {
        if (inTask()) {
            for (int i = 0; i < count; i++) {
                task.accept(i);
            }
        } else {
            int sharers = Math.min(threads, count);
            Stretches stretches = new Stretches(count, sharers, task);
            share(() -> ScopedValue.where(BUSY, true).run(stretches), sharers - 1);
        }
    }

    /**
     * Tasks in as many stretches as there are threads. Each thread takes one from its beginning and then helps with the
     * others', so two threads seldom write numbers side by side, which would make their processors wait for each other.
     */
    private static final class Stretches implements Runnable {
        private final int count;
        private final AtomicInteger[] taken;
        private final IntConsumer task;
        private final AtomicInteger arrived = new AtomicInteger();

        Stretches(int count, int stretches, IntConsumer task) {
            this.count = count;
            this.taken = Stream.generate(AtomicInteger::new).limit(stretches).toArray(AtomicInteger[]::new);
            this.task = task;
        }

        @Override
        public void run() {
            int own = arrived.getAndIncrement();
            for (int i = 0; i < taken.length; i++) {
                work((own + i) % taken.length);
            }
        }

        private void work(int stretch) {
            int start = start(stretch);
            int size = start(stretch + 1) - start;
            for (int i = taken[stretch].getAndIncrement(); i < size; i = taken[stretch].getAndIncrement()) {
                task.accept(start + i);
            }
        }

        private int start(int stretch) {
            return (int) ((long) count * stretch / taken.length);
        }
    }

    /** Whether the calling thread is at work on a task, of these workers or of others. */
    static boolean inTask() {
        return BUSY.isBound();
    }

    /** A queue whose takers look for a while before they sleep. */
    private static final class WatchedQueue extends LinkedBlockingQueue<Runnable> {
        private static final long serialVersionUID = 1;

        @Override
        public Runnable poll(long timeout, TimeUnit unit) throws InterruptedException {
            look(() -> !isEmpty());
            return super.poll(timeout, unit);
        }
    }

    private static void look(BooleanSupplier found) {
        long start = System.nanoTime();
        while (!found.getAsBoolean() && System.nanoTime() - start < LOOK_NANOS) {
            Thread.onSpinWait();
        }
    }

    /** All run the same work, which ends when no task is left. */
    private void share(Runnable work, int helperCount) {
        List<Future<?>> others = new ArrayList<>();
        for (int helper = 0; helper < helperCount; helper++) {
            others.add(helpers.submit(work));
        }
        try {
            work.run();
        } finally {
            others.forEach(Workers::await);
        }
    }

    private static void await(Future<?> other) {
        look(other::isDone);
        boolean interrupted = false;
        while (true) {
            try {
                other.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // the result is half written until everyone is done: wait, then pass it on
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
