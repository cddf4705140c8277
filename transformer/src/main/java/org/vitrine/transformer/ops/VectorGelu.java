package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The two GELUs of {@link Ops}, many numbers at a time. */
final class VectorGelu {
    private VectorGelu() {
    }

    /**
     * x·Φ(x). Where x is below 0, Φ(x) = erfc(−x/√2)/2, and above 1 − erfc(x/√2)/2; so what is small comes without
     * cancellation.
     */
    static FloatVector gelu(FloatVector x) {
        FloatVector one = x.broadcast(1);
        FloatVector z = x.abs().mul((float) Math.sqrt(0.5));
        FloatVector t = one.div(z.mul(0.4f).add(one));
        FloatVector tail = x.mul(x).mul(-0.5f).lanewise(VectorOperators.EXP).mul(erfcx(t)).mul(0.5f);
        return tail.blend(one.sub(tail), x.compare(VectorOperators.GT, 0)).mul(x);
    }

    /**
     * erfc(z)·exp(z²) as a polynomial in t = 1/(1 + 0.4z), fitted for 0 ≤ z ≤ 10: off by 6e-8 of its value at most.
     * Beyond, nobody sees it: exp(−z²) is 0.
     */
    private static FloatVector erfcx(FloatVector t) {
        return t.mul(0.04125301f).sub(0.14031911f).fma(t, t.broadcast(0.08398702f)).fma(t, t.broadcast(0.08796464f))
                .fma(t, t.broadcast(0.07975629f)).fma(t, t.broadcast(0.19339329f)).fma(t, t.broadcast(0.20188756f))
                .fma(t, t.broadcast(0.22644311f)).fma(t, t.broadcast(0.22563423f)).mul(t);
    }

    /** x/2 · (1 + tanh(√(2/π)·(x + 0.044715·x³))). */
    static FloatVector geluTanh(FloatVector x) {
        FloatVector inner = x.mul(x).mul(x).mul(0.044715f).add(x).mul((float) Math.sqrt(2 / Math.PI));
        return inner.lanewise(VectorOperators.TANH).add(1).mul(0.5f).mul(x);
    }
}
