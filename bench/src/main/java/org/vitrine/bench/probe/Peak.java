package org.vitrine.bench.probe;

/**
 * What the machine can do, measured.
 *
 * @param gflops billions of floating-point operations a second
 * @param gigabytesPerSecond read from memory, as long as it lasts
 */
public record Peak(double gflops, double gigabytesPerSecond) {
    /** Short rounds, for one of many hits a moment in which nothing disturbs. */
    private static final int FMA_STEPS = 1_000_000;
    private static final int FMA_ROUNDS = 300;
    /** What the probe of the memory reads: 512 MB. */
    public static final int FLOATS = 1 << 27;
    private static final int READ_ROUNDS = 60;

    /** Measures it in a few seconds, with 512 MB of memory. */
    public static Peak measure(int threads) {
        try (BandwidthProbe memory = new BandwidthProbe(threads, FLOATS)) {
            return new Peak(FmaProbe.gflops(threads, FMA_STEPS, FMA_ROUNDS), memory.gigabytesPerSecond(READ_ROUNDS));
        }
    }

    /** The greater of two measurements: nothing makes a machine quicker than it is. */
    public Peak max(Peak other) {
        return new Peak(Math.max(gflops, other.gflops), Math.max(gigabytesPerSecond, other.gigabytesPerSecond));
    }
}
