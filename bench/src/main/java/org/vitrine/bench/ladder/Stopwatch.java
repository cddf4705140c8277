package org.vitrine.bench.ladder;

import java.util.Arrays;

/** Times work that takes between a millisecond and some seconds. */
final class Stopwatch {
    /** Until the compiler has seen enough of it. */
    private static final double WARM_UP_SECONDS = 1;
    private static final double SECONDS = 1;
    private static final int LEAST_RUNS = 3;
    private static final int MOST_RUNS = 1000;

    private Stopwatch() {
    }

    /** The median time of a run, in seconds, after runs that are not counted. */
    static double median(Runnable work) {
        long start = System.nanoTime();
        while (since(start) < WARM_UP_SECONDS) {
            work.run();
        }
        double[] times = new double[MOST_RUNS];
        int runs = 0;
        for (start = System.nanoTime(); runs < LEAST_RUNS || runs < MOST_RUNS && since(start) < SECONDS; runs++) {
            long begun = System.nanoTime();
            work.run();
            times[runs] = since(begun);
        }
        Arrays.sort(times, 0, runs);
        return times[runs / 2];
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
