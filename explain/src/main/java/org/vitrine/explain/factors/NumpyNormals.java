package org.vitrine.explain.factors;

import org.apache.commons.math3.random.MersenneTwister;

/**
 * The normal numbers of {@code numpy.random.RandomState(seed)}: Marsaglia's polar method on the Mersenne twister (Matsumoto and
 * Nishimura 1998), as {@code legacy_gauss} in NumPy's {@code legacy-distributions.c}.
 */
final class NumpyNormals {
    private final MersenneTwister twister;
    private double second = Double.NaN;

    NumpyNormals(int seed) {
        this.twister = new MersenneTwister(seed);
    }

    /** The next number; they come in pairs, of which the second waits for the next call. */
    double next() {
        if (!Double.isNaN(second)) {
            double waiting = second;
            second = Double.NaN;
            return waiting;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * Math.log(square) / square);
        second = factor * x;
        return factor * y;
    }

    /** From 0 to below 1, in steps of 2⁻⁵³, from two draws of 32 bits; Commons Math's own takes other bits. */
    private double uniform() {
        int high = twister.nextInt() >>> 5;
        int low = twister.nextInt() >>> 6;
        return (high * 0x1p26 + low) * 0x1p-53;
    }
}
