package org.vitrine.bench.work;

/**
 * How often something is done until its time is believed.
 *
 * @param warmUps runs at least before any counts
 * @param warmUpSeconds that they take at least
 * @param runs that count, at least
 * @param seconds that they take at least
 */
public record Effort(int warmUps, double warmUpSeconds, int runs, double seconds) {
    /** Until the compiler has nothing left to do. */
    public static final Effort FULL = new Effort(8, 3, 5, 4);
    /** Once, to see that it works. */
    public static final Effort QUICK = new Effort(0, 0, 1, 0);

    /** For what takes many seconds and so compiles all there is to compile in one run. */
    Effort few() {
        return new Effort(Math.min(warmUps, 2), warmUpSeconds, Math.min(runs, 3), seconds);
    }
}
