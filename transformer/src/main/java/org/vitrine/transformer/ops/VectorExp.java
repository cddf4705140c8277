package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** The exponential function, many numbers at a time. */
final class VectorExp {
    /** The most that {@link #exp} takes. */
    static final float MOST = 88;
    /** Below this the result would be less than the least float with all its bits. */
    private static final float ZERO_BELOW = -87.3f;
    /**
     * A number around here has a last bit that is worth 1, so adding it rounds to an integer; the 127 more is what a float
     * adds to its exponent.
     */
    private static final float ROUNDER = 0x1.8p23f + 127;
    private static final float LOG2_E = (float) (1 / Math.log(2));
    /** ln 2 in two parts, the first with so few bits that its multiples are exact. */
    private static final float LN_2 = 0x1.62e4p-1f;
    private static final float LN_2_REST = (float) (Math.log(2) - LN_2);

    private VectorExp() {
    }

    /**
     * exp(x) for x up to {@link #MOST}, off by 1.01 units in the last place at most; 0 below −87.3, and NaN for NaN.
     *
     * <p>With n = x/ln 2 rounded and r = x − n·ln 2, exp(x) = 2ⁿ·exp(r), and exp(r) = 1 + r + r²·q(r) with a polynomial q
     * that was fitted for |r| ≤ ln 2 / 2: off by 3e-9 of exp(r) at most.
     */
    static FloatVector exp(FloatVector x) {
        FloatVector rounded = x.fma(x.broadcast(LOG2_E), x.broadcast(ROUNDER));
        FloatVector n = rounded.sub(ROUNDER);
        FloatVector r = n.fma(x.broadcast(-LN_2_REST), n.fma(x.broadcast(-LN_2), x));
        FloatVector q = r.mul(0.00138144672f).add(0.00836878084f).fma(r, x.broadcast(0.0416683927f))
                .fma(r, x.broadcast(0.166665196f)).fma(r, x.broadcast(0.49999994f));
        IntVector exponent = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
        return q.fma(r.mul(r), r).add(1f).mul(exponent.reinterpretAsFloats())
                .blend(0f, x.compare(VectorOperators.LT, ZERO_BELOW));
    }
}
