package org.vitrine.bench.probe;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How many floating-point operations a second the processor does at most: fused multiply-adds of whole vectors, registers
 * only, in twelve chains that do not wait for each other.
 */
public final class FmaProbe {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;
    /** So small that no sum becomes infinite. */
    private static final float FACTOR = 1e-3f;

    private FmaProbe() {
    }

    /**
     * Billions of operations a second, a multiply-add being two.
     *
     * @param threads which do it at once
     * @param steps of every chain in one round
     * @param rounds of which the quickest counts; the first few are for the compiler
     */
    public static double gflops(int threads, int steps, int rounds) {
        try (Crew crew = new Crew(threads)) {
            double seconds = crew.seconds(rounds, thread -> chains(steps, thread))[0];
            return 2.0 * threads * CHAINS * SPECIES.length() * steps / seconds / 1e9;
        }
    }

    private static double chains(int steps, int thread) {
        FloatVector x = FloatVector.broadcast(SPECIES, FACTOR);
        FloatVector y = x.add(x);
        // twelve different starts, or the compiler might see that the chains are one
        FloatVector a = FloatVector.broadcast(SPECIES, (float) thread), b = a.add(x), c = b.add(x), d = c.add(x);
        FloatVector e = d.add(x), f = e.add(x), g = f.add(x), h = g.add(x);
        FloatVector i = h.add(x), j = i.add(x), k = j.add(x), l = k.add(x);
        for (int step = 0; step < steps; step++) {
            a = x.fma(y, a);
            b = x.fma(y, b);
            c = x.fma(y, c);
            d = x.fma(y, d);
            e = x.fma(y, e);
            f = x.fma(y, f);
            g = x.fma(y, g);
            h = x.fma(y, h);
            i = x.fma(y, i);
            j = x.fma(y, j);
            k = x.fma(y, k);
            l = x.fma(y, l);
        }
        FloatVector sum = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l);
        float[] lanes = new float[SPECIES.length()];
        sum.intoArray(lanes, 0);
        return lanes[0];
    }
}
