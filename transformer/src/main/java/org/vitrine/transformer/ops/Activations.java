package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The activations of {@link Ops} that rest on exp, in floats, one number at a time or many: the same bits. Each has a loop of
 * its own: a vector that goes through a loop made for any of them becomes an object.
 */
final class Activations {
    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    /** What |x| is multiplied with for 0.4z, z = |x|/√2. */
    private static final float Z = 0.4f * (float) Math.sqrt(0.5);
    private static final float U = (float) Math.sqrt(2 / Math.PI);
    private static final float CUBE = 0.044715f;
    private static final float E1 = 0.22563423f;
    private static final float E2 = 0.22644311f;
    private static final float E3 = 0.20188756f;
    private static final float E4 = 0.19339329f;
    private static final float E5 = 0.07975629f;
    private static final float E6 = 0.08796464f;
    private static final float E7 = 0.08398702f;
    private static final float E8 = -0.14031911f;
    private static final float E9 = 0.04125301f;

    private Activations() {
    }

    /** Writes gelu(x) to y, from a first number to before an end. */
    static void gelu(float[] x, float[] y, int from, int end, boolean vectors) {
        int vectorsEnd = vectors ? end - (end - from) % LANES : from;
        for (int i = from; i < vectorsEnd; i += LANES) {
            gelu(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (int i = vectorsEnd; i < end; i++) {
            y[i] = gelu(x[i]);
        }
    }

    /** Writes geluTanh(x) to y, from a first number to before an end. */
    static void geluTanh(float[] x, float[] y, int from, int end, boolean vectors) {
        int vectorsEnd = vectors ? end - (end - from) % LANES : from;
        for (int i = from; i < vectorsEnd; i += LANES) {
            geluTanh(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (int i = vectorsEnd; i < end; i++) {
            y[i] = geluTanh(x[i]);
        }
    }

    /** Writes silu(x) to y, from a first number to before an end. */
    static void silu(float[] x, float[] y, int from, int end, boolean vectors) {
        int vectorsEnd = vectors ? end - (end - from) % LANES : from;
        for (int i = from; i < vectorsEnd; i += LANES) {
            silu(FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (int i = vectorsEnd; i < end; i++) {
            y[i] = silu(x[i]);
        }
    }

    /**
     * x·Φ(x). Where x is below 0, Φ(x) = erfc(−x/√2)/2, and above 1 − erfc(x/√2)/2; so what is small comes without
     * cancellation.
     */
    private static float gelu(float x) {
        float t = 1 / Math.fma(Math.abs(x), Z, 1);
        float tail = Exp.exp(x * x * -0.5f) * erfcx(t) * 0.5f;
        return (x > 0 ? 1 - tail : tail) * x;
    }

    private static FloatVector gelu(FloatVector x) {
        FloatVector one = x.broadcast(1f);
        FloatVector t = one.div(x.abs().fma(x.broadcast(Z), one));
        FloatVector tail = Exp.exp(x.mul(x).mul(-0.5f)).mul(erfcx(t)).mul(0.5f);
        return tail.blend(one.sub(tail), x.compare(VectorOperators.GT, 0f)).mul(x);
    }

    /**
     * erfc(z)·exp(z²) as a polynomial in t = 1/(1 + 0.4z), fitted for 0 ≤ z ≤ 10: off by 6e-8 of its value at most.
     * Beyond, nobody sees it: exp(−z²) is 0.
     */
    private static float erfcx(float t) {
        float sum = t * E9 + E8;
        sum = Math.fma(Math.fma(Math.fma(sum, t, E7), t, E6), t, E5);
        sum = Math.fma(Math.fma(Math.fma(sum, t, E4), t, E3), t, E2);
        return Math.fma(sum, t, E1) * t;
    }

    private static FloatVector erfcx(FloatVector t) {
        return t.mul(E9).add(E8).fma(t, t.broadcast(E7)).fma(t, t.broadcast(E6)).fma(t, t.broadcast(E5))
                .fma(t, t.broadcast(E4)).fma(t, t.broadcast(E3)).fma(t, t.broadcast(E2)).fma(t, t.broadcast(E1)).mul(t);
    }

    /** x/2 · (1 + tanh(u)), u = √(2/π)·(x + 0.044715·x³), is x / (1 + exp(−2u)). */
    private static float geluTanh(float x) {
        return overOnePlusExp(x, Math.fma(x * x, CUBE, 1) * x * U * -2);
    }

    private static FloatVector geluTanh(FloatVector x) {
        return overOnePlusExp(x, x.mul(x).fma(x.broadcast(CUBE), x.broadcast(1f)).mul(x).mul(U).mul(-2f));
    }

    /** x / (1 + exp(−x)). */
    private static float silu(float x) {
        return overOnePlusExp(x, -x);
    }

    private static FloatVector silu(FloatVector x) {
        return overOnePlusExp(x, x.neg());
    }

    /** x / (1 + exp(z)). */
    private static float overOnePlusExp(float x, float z) {
        return x / ((z > Exp.MOST ? Float.POSITIVE_INFINITY : Exp.exp(z)) + 1);
    }

    private static FloatVector overOnePlusExp(FloatVector x, FloatVector z) {
        FloatVector e = Exp.exp(z).blend(Float.POSITIVE_INFINITY, z.compare(VectorOperators.GT, Exp.MOST));
        return x.div(e.add(1f));
    }
}
