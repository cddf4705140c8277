package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The exponential function in floats: for x up to {@link #MOST}, off by 1.01 units in the last place at most; 0 below −87.3,
 * and NaN for NaN. One number at a time and many have the same bits.
 *
 * <p>With n = x/ln 2 rounded and r = x − n·ln 2, exp(x) = 2ⁿ·exp(r), and exp(r) = 1 + r + r²·q(r) with a polynomial q that
 * was fitted for |r| ≤ ln 2 / 2: off by 3e-9 of exp(r) at most.
 */
final class Exp {
    /** The most that can be asked for. */
    static final float MOST = 88;
    /** Below this the result would be less than the least float with all its bits. */
    private static final float ZERO_BELOW = -87.3f;
    /**
     * A number around here has a last bit that is worth 1, so adding it rounds to an integer; the 127 more is what a float
     * adds to its exponent.
     */
    private static final float ROUNDER = 0x1.8p23f + 127;
    private static final int TO_EXPONENT = 23;
    private static final float LOG2_E = (float) (1 / Math.log(2));
    /** ln 2 in two parts, the first with so few bits that its multiples are exact. */
    private static final float LN_2 = 0x1.62e4p-1f;
    private static final float LN_2_REST = (float) (Math.log(2) - LN_2);
    private static final float Q0 = 0.49999994f;
    private static final float Q1 = 0.166665196f;
    private static final float Q2 = 0.0416683927f;
    private static final float Q3 = 0.00836878084f;
    private static final float Q4 = 0.00138144672f;

    private Exp() {
    }

    static float exp(float x) {
        float rounded = Math.fma(x, LOG2_E, ROUNDER);
        float n = rounded - ROUNDER;
        float r = Math.fma(n, -LN_2_REST, Math.fma(n, -LN_2, x));
        float q = Math.fma(Math.fma(Math.fma(r * Q4 + Q3, r, Q2), r, Q1), r, Q0);
        float power = Float.intBitsToFloat(Float.floatToRawIntBits(rounded) << TO_EXPONENT);
        return x < ZERO_BELOW ? 0 : (Math.fma(q, r * r, r) + 1) * power;
    }

    static FloatVector exp(FloatVector x) {
        FloatVector rounded = x.fma(x.broadcast(LOG2_E), x.broadcast(ROUNDER));
        FloatVector n = rounded.sub(ROUNDER);
        FloatVector r = n.fma(x.broadcast(-LN_2_REST), n.fma(x.broadcast(-LN_2), x));
        FloatVector q = r.mul(Q4).add(Q3).fma(r, x.broadcast(Q2)).fma(r, x.broadcast(Q1)).fma(r, x.broadcast(Q0));
        IntVector power = rounded.reinterpretAsInts().lanewise(VectorOperators.LSHL, TO_EXPONENT);
        return q.fma(r.mul(r), r).add(1f).mul(power.reinterpretAsFloats())
                .blend(0f, x.compare(VectorOperators.LT, ZERO_BELOW));
    }
}
