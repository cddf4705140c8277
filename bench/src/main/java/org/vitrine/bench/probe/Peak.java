package org.vitrine.bench.probe;

/**
 * What the machine can do at most, measured.
 *
 * @param gflops billions of floating-point operations a second
 * @param gigabytesPerSecond read from memory
 */
public record Peak(double gflops, double gigabytesPerSecond) {
    private static final int FLOATS = 1 << 27;

    /** Measures it in a few seconds, with 512 MB of memory. */
    public static Peak measure(int threads) {
        return new Peak(FmaProbe.gflops(threads, 20_000_000, 12),
                BandwidthProbe.gigabytesPerSecond(threads, FLOATS, 12));
    }

    /** The greater of two measurements: nothing makes a machine quicker than it is. */
    public Peak max(Peak other) {
        return new Peak(Math.max(gflops, other.gflops), Math.max(gigabytesPerSecond, other.gigabytesPerSecond));
    }
}
