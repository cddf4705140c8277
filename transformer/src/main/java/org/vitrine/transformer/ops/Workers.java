package org.vitrine.transformer.ops;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * A fixed number of threads that share out numbered tasks. Each task writes its own part of the result, so the result
 * does not depend on how many threads there are or who took which task.
 */
final class Workers {
    private static final int IDLE_SECONDS = 10;
    /** How long an idle thread looks for work before it sleeps: to wake it up takes as long as many an operation. */
    private static final long LOOK_NANOS = 1_000_000;
    /** In a thread that is at work on a task, the thread that waits for it. */
    private static final ScopedValue<Thread> ASKER = ScopedValue.newInstance();

    private final int threads;
    private final ThreadPoolExecutor helpers;

    /** The calling thread works too, so one thread needs no helper. Idle helpers end by themselves. */
    Workers(int threads) {
        this.threads = threads;
        this.helpers = threads == 1 ? null : helpers(threads - 1);
    }

    private static ThreadPoolExecutor helpers(int count) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(count, count, IDLE_SECONDS, TimeUnit.SECONDS,
                new WatchedQueue(), Thread.ofPlatform().daemon().name("vitrine-ops-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Runs task 0 to task count − 1, each once, and returns when all are done. A task that has tasks of its own does them
     * alone: the others have theirs.
     *
     * @throws CancelledException if the thread that asks for all this is interrupted; then tasks are left, but none runs
     */
    void run(int count, IntConsumer task) {
        if (inTask()) {
            alone(count, task);
        } else {
            int sharers = Math.min(threads, count);
            share(new SharedTasks(count, sharers, task), sharers - 1);
        }
    }

    /** The same in the calling thread. */
    static void alone(int count, IntConsumer task) {
        Thread asker = asker();
        for (int i = 0; i < count; i++) {
            if (asker.isInterrupted()) {
                throw new CancelledException();
            }
            task.accept(i);
        }
    }

    /** Whether the calling thread is at work on a task, of these workers or of others. */
    static boolean inTask() {
        return ASKER.isBound();
    }

    /** For whom the calling thread works: the thread that waits for its task, or itself where there is none. */
    static Thread asker() {
        return ASKER.isBound() ? ASKER.get() : Thread.currentThread();
    }

    /** Works on tasks that another thread waits for. */
    static void forAsker(Thread asker, Runnable work) {
        ScopedValue.where(ASKER, asker).run(work);
    }

    /**
     * Helpers that are busy elsewhere are not waited for. Where so many ask at once that calls for help pile up, nobody calls
     * for more: each does its own work, and none waits for the queue's lock.
     */
    private void share(SharedTasks tasks, int helperCount) {
        try {
            for (int helper = 0; helper < helperCount && helpers.getQueue().size() < 2 * threads; helper++) {
                helpers.execute(tasks);
            }
            tasks.work();
        } finally {
            tasks.end();
        }
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

    /** Waits for something that is likely to happen soon, but not for long. */
    static void look(BooleanSupplier found) {
        long start = System.nanoTime();
        while (!found.getAsBoolean() && System.nanoTime() - start < LOOK_NANOS) {
            Thread.onSpinWait();
        }
    }
}
