package org.vitrine.explain.factors;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.vitrine.transformer.ops.CancelledException;

/**
 * Work of a library that takes up to seconds and never asks whether it is still wanted. It is done in a thread of its own, so
 * whoever waits for it need not; what is no longer wanted ends by itself, and nobody sees its result.
 */
final class Aside {
    private static final int MILLIS = 10;

    private Aside() {
    }

    /**
     * What the work makes.
     *
     * @param check called every few milliseconds; whatever it throws ends the waiting
     * @throws CancelledException if the calling thread is interrupted, which it then stays
     */
    static <T> T await(Supplier<T> work, Runnable check) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofPlatform().daemon().name("vitrine-aside").start(task);
        while (true) {
            check.run();
            try {
                return task.get(MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            }
        }
    }
}
