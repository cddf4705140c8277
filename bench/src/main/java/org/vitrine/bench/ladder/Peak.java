package org.vitrine.bench.ladder;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;

/** How many multiply-adds this machine can make when no number has to come from memory: the ceiling for any product. */
final class Peak {
    /** In a run, which takes some milliseconds: many calls, so that the compiled method is entered by its front door. */
    private static final int CALLS = 1000;
    private static final int STEPS = 2000;
    private static final int SUMS = 12;
    private static final int RUNS = 50;

    private Peak() {
    }

    /** The best of some runs, in 10⁹ operations a second; a multiply-add is two operations. */
    static double gigaflops(int threads) {
        double best = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            double sum = IntStream.range(0, threads).parallel().mapToDouble(Peak::calls).sum();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (Double.isNaN(sum)) {
                throw new AssertionError("the sums are there so that the compiler cannot leave them out");
            }
            best = Math.max(best, 2.0 * threads * CALLS * STEPS * SUMS * RegisterBlock.LANES / seconds / 1e9);
        }
        return best;
    }

    private static double calls(int thread) {
        double sum = 0;
        for (int call = 0; call < CALLS; call++) {
            sum += sums(thread + call);
        }
        return sum;
    }

    /** Twelve sums that do not wait for each other: enough for two units that take four or five steps for each. */
    private static float sums(float seed) {
        FloatVector half = FloatVector.broadcast(RegisterBlock.SPECIES, 0.5f);
        FloatVector one = FloatVector.broadcast(RegisterBlock.SPECIES, 1f);
        FloatVector a = from(seed), b = from(seed + 1), c = from(seed + 2), d = from(seed + 3);
        FloatVector e = from(seed + 4), f = from(seed + 5), g = from(seed + 6), h = from(seed + 7);
        FloatVector i = from(seed + 8), j = from(seed + 9), k = from(seed + 10), l = from(seed + 11);
        for (int step = 0; step < STEPS; step++) {
            a = half.fma(one, a);
            b = half.fma(one, b);
            c = half.fma(one, c);
            d = half.fma(one, d);
            e = half.fma(one, e);
            f = half.fma(one, f);
            g = half.fma(one, g);
            h = half.fma(one, h);
            i = half.fma(one, i);
            j = half.fma(one, j);
            k = half.fma(one, k);
            l = half.fma(one, l);
        }
        return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
    }

    /**
     * Each sum starts elsewhere, or the compiler could make one of them all. From a float: with an int, {@code broadcast} is
     * another method, after which the loop was seen to take twice as long.
     */
    private static FloatVector from(float start) {
        return FloatVector.broadcast(RegisterBlock.SPECIES, start);
    }
}
