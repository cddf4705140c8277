package org.vitrine.bench;

import java.util.Arrays;
import java.util.Locale;

/** Times work and prints one line for each number. */
final class Timing {
    private static final int WARM_UPS = 8;
    private static final int RUNS = 15;

    private Timing() {
    }

    /** The median of some runs after the compiler has seen enough of them, in milliseconds. */
    static double median(Runnable work) {
        for (int i = 0; i < WARM_UPS; i++) {
            work.run();
        }
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = milliseconds(start);
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    /** Since a {@link System#nanoTime}. */
    static double milliseconds(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Prints what was done, its number and the unit. */
    static void row(String work, double value, String unit) {
        System.out.println(String.format(Locale.ROOT, "%-48s %9.2f %s", work, value, unit).stripTrailing());
    }
}
