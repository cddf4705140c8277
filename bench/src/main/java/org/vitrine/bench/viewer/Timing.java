package org.vitrine.bench.viewer;

import java.util.Locale;

/** Milliseconds, and a line for each number. */
final class Timing {
    private Timing() {
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
