package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The activations of {@link Ops} that rest on exp, many numbers at a time. Each has a loop of its own: a vector that goes
 * through a loop made for any of them becomes an object.
 */
final class VectorActivation {
    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorActivation() {
    }

    /** Writes gelu(x) to y, from a first number to before an end. */
    static void gelu(float[] x, float[] y, int from, int end) {
        int vectorsEnd = end - (end - from) % LANES;
        for (int i = from; i < vectorsEnd; i += LANES) {
            gelu(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (int i = vectorsEnd; i < end; i++) {
            y[i] = ScalarOps.gelu(x[i]);
        }
    }

    /** Writes geluTanh(x) to y, from a first number to before an end. */
    static void geluTanh(float[] x, float[] y, int from, int end) {
        int vectorsEnd = end - (end - from) % LANES;
        for (int i = from; i < vectorsEnd; i += LANES) {
            geluTanh(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (int i = vectorsEnd; i < end; i++) {
            y[i] = ScalarOps.geluTanh(x[i]);
        }
    }

    /** Writes silu(x) to y, from a first number to before an end. */
    static void silu(float[] x, float[] y, int from, int end) {
        int vectorsEnd = end - (end - from) % LANES;
        for (int i = from; i < vectorsEnd; i += LANES) {
            silu(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (int i = vectorsEnd; i < end; i++) {
            y[i] = ScalarOps.silu(x[i]);
        }
    }

    /**
     * x·Φ(x). Where x is below 0, Φ(x) = erfc(−x/√2)/2, and above 1 − erfc(x/√2)/2; so what is small comes without
     * cancellation.
     */
    private static FloatVector gelu(FloatVector x) {
        FloatVector one = x.broadcast(1f);
        FloatVector t = one.div(x.abs().fma(x.broadcast(0.4f * (float) Math.sqrt(0.5)), one));
        FloatVector tail = VectorExp.exp(x.mul(x).mul(-0.5f)).mul(erfcx(t)).mul(0.5f);
        return tail.blend(one.sub(tail), x.compare(VectorOperators.GT, 0f)).mul(x);
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

    /** x/2 · (1 + tanh(u)), u = √(2/π)·(x + 0.044715·x³), is x / (1 + exp(−2u)). */
    private static FloatVector geluTanh(FloatVector x) {
        FloatVector u = x.mul(x).fma(x.broadcast(0.044715f), x.broadcast(1f)).mul(x).mul((float) Math.sqrt(2 / Math.PI));
        return overOnePlusExp(x, u.mul(-2f));
    }

    /** x / (1 + exp(−x)). */
    private static FloatVector silu(FloatVector x) {
        return overOnePlusExp(x, x.neg());
    }

    /** x / (1 + exp(z)). */
    private static FloatVector overOnePlusExp(FloatVector x, FloatVector z) {
        FloatVector e = VectorExp.exp(z).blend(Float.POSITIVE_INFINITY, z.compare(VectorOperators.GT, VectorExp.MOST));
        return x.div(e.add(1f));
    }
}
