package org.vitrine.bench.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntToDoubleFunction;

/** Threads that do the same at the same time. */
final class Crew implements AutoCloseable {
    private final int threads;
    private final ExecutorService pool;

    Crew(int threads) {
        this.threads = threads;
        this.pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("probe-", 0).factory());
    }

    /**
     * The times, in seconds, in which all threads do their part, shortest first.
     *
     * @param rounds how often they do it
     * @param part is told the thread's number; its result must be finite, so that nothing is left out for being useless
     */
    double[] seconds(int rounds, IntToDoubleFunction part) {
        double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            double sum = once(part);
            seconds[round] = (System.nanoTime() - start) / 1e9;
            if (!Double.isFinite(sum)) {
                throw new ArithmeticException("a probe's sum is " + sum);
            }
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private double once(IntToDoubleFunction part) {
        List<Future<Double>> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            parts.add(pool.submit(() -> part.applyAsDouble(thread)));
        }
        double sum = 0;
        try {
            for (Future<Double> each : parts) {
                sum += each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return sum;
    }

    @Override
    public void close() {
        pool.close();
    }
}
