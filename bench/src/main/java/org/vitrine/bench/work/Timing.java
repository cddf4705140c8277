package org.vitrine.bench.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Times work. */
final class Timing {
    private Timing() {
    }

    /**
     * The median time of each variant, in milliseconds. They take turns, so that what else happens on the machine hits all
     * alike.
     */
    static double[] medians(Effort effort, Runnable... variants) {
        long start = System.nanoTime();
        for (int i = 0; i < effort.warmUps() || seconds(start) < effort.warmUpSeconds(); i++) {
            for (Runnable variant : variants) {
                variant.run();
            }
        }
        List<double[]> rounds = new ArrayList<>();
        start = System.nanoTime();
        while (rounds.size() < effort.runs() || seconds(start) < effort.seconds() * variants.length) {
            double[] times = new double[variants.length];
            for (int i = 0; i < variants.length; i++) {
                long begin = System.nanoTime();
                variants[i].run();
                times[i] = milliseconds(begin);
            }
            rounds.add(times);
        }
        double[] medians = new double[variants.length];
        for (int i = 0; i < variants.length; i++) {
            int variant = i;
            medians[i] = median(rounds.stream().mapToDouble(times -> times[variant]).toArray());
        }
        return medians;
    }

    /** The middle one, or between the two in the middle. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Since a {@link System#nanoTime}. */
    static double milliseconds(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
