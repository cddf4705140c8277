package org.vitrine.bench.ladder;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;

/** How many multiply-adds this machine can make when no number has to come from memory: the ceiling for any product. */
final class Peak {
    /** Steps in a run, some milliseconds. */
    private static final int STEPS = 1 << 22;
    private static final int SUMS = 12;
    private static final int RUNS = 30;

    private Peak() {
    }

    /** The best of some runs, in 10⁹ operations a second; a multiply-add is two operations. */
    static double gigaflops(int threads) {
        double best = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            double sum = IntStream.range(0, threads).parallel().mapToDouble(thread -> sums(thread)).sum();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (Double.isNaN(sum)) {
                throw new AssertionError("the sums are there so that the compiler cannot leave them out");
            }
            best = Math.max(best, 2.0 * threads * STEPS * SUMS * RegisterBlock.LANES / seconds / 1e9);
        }
        return best;
    }

    /** Twelve sums that do not wait for each other: enough for two units that take four or five steps for each. */
    private static float sums(int seed) {
        FloatVector half = FloatVector.broadcast(RegisterBlock.SPECIES, 0.5f);
        FloatVector one = FloatVector.broadcast(RegisterBlock.SPECIES, 1);
        FloatVector a = from(seed), b = from(seed + 1), c = from(seed + 2), d = from(seed + 3);
        FloatVector e = from(seed + 4), f = from(seed + 5), g = from(seed + 6), h = from(seed + 7);
        FloatVector i = from(seed + 8), j = from(seed + 9), k = from(seed + 10), l = from(seed + 11);
        for (int step = 0; step < STEPS; step++) {
            a = a.fma(half, one);
            b = b.fma(half, one);
            c = c.fma(half, one);
            d = d.fma(half, one);
            e = e.fma(half, one);
            f = f.fma(half, one);
            g = g.fma(half, one);
            h = h.fma(half, one);
            i = i.fma(half, one);
            j = j.fma(half, one);
            k = k.fma(half, one);
            l = l.fma(half, one);
        }
        return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l).lane(0);
    }

    /** Each sum starts elsewhere, or the compiler would make one of them all. */
    private static FloatVector from(int start) {
        return FloatVector.broadcast(RegisterBlock.SPECIES, start);
    }
}
