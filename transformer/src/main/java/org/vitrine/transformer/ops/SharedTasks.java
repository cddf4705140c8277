package org.vitrine.transformer.ops;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Numbered tasks that one thread wants done and others help with, in as many stretches as there are threads. Each thread takes
 * one stretch from its beginning and then helps with the others', so two threads seldom write numbers side by side, which
 * would make their processors wait for each other.
 *
 * <p>A helper that comes when all is over has nothing to do; the asking thread waits only for those at work. Nobody begins
 * another task once one has failed or the asking thread was interrupted.
 */
final class SharedTasks implements Runnable {
    private final Thread asker = Workers.asker();
    private final int count;
    private final AtomicInteger[] taken;
    private final IntConsumer task;
    private final AtomicInteger arrived = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;
    /** Helpers at work; changed under this object's lock. */
    private volatile int helping;
    private boolean over;

    SharedTasks(int count, int stretches, IntConsumer task) {
        this.count = count;
        this.taken = Stream.generate(AtomicInteger::new).limit(stretches).toArray(AtomicInteger[]::new);
        this.task = task;
    }

    /** Helps. */
    @Override
    public void run() {
        synchronized (this) {
            if (over) {
                return;
            }
            helping++;
        }
        try {
            work();
        } finally {
            synchronized (this) {
                helping--;
            }
            LockSupport.unpark(asker);
        }
    }

    /** Works until no task is left to begin. What a task throws is kept for {@link #end}. */
    void work() {
        int own = arrived.getAndIncrement();
        try {
            Workers.forAsker(asker, () -> {
                for (int i = 0; i < taken.length; i++) {
                    work((own + i) % taken.length);
                }
            });
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
            stopped = true;
        }
    }

    private void work(int stretch) {
        int start = start(stretch);
        int size = start(stretch + 1) - start;
        for (int i = taken[stretch].getAndIncrement(); i < size && !isStopped(); i = taken[stretch].getAndIncrement()) {
            task.accept(start + i);
        }
    }

    private int start(int stretch) {
        return (int) ((long) count * stretch / taken.length);
    }

    private boolean isStopped() {
        if (asker.isInterrupted()) {
            stopped = true;
        }
        return stopped;
    }

    /**
     * Waits for the helpers at work, and lets no other begin; for the asking thread.
     *
     * @throws CancelledException if tasks were left because the asking thread was interrupted
     */
    void end() {
        awaitHelpers();
        switch (failure.get()) {
            case null -> {
                if (stopped) {
                    throw new CancelledException();
                }
            }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /** Without a wait that an interrupt ends: that would take the interrupt away, which helpers look for. */
    private void awaitHelpers() {
        synchronized (this) {
            over = true;
        }
        Workers.look(() -> helping == 0);
        while (helping > 0) {
            if (asker.isInterrupted()) {
                Thread.yield(); // they stop soon
            } else {
                LockSupport.park(this);
            }
        }
    }
}
