package org.vitrine.bench.ladder;

import jdk.incubator.vector.FloatVector;

/** Six rows of x: 12 sums, 2 weights and 1 input take 15 of the 16 vector registers of AVX2. */
final class SixRows extends RegisterBlock {
    @Override
    public String name() {
        return "6 rows x 2 vectors";
    }

    @Override
    public String change() {
        return "Each weight that is loaded serves six rows: as many as 16 registers allow.";
    }

    @Override
    int rows() {
        return 6;
    }

    @Override
    void block(Product product, int i, int from, float[] sums, int to) {
        float[] x = product.x();
        float[] w = product.panels().data();
        int inputs = product.panels().inputs();
        int x0 = i * inputs;
        int x1 = x0 + inputs;
        int x2 = x1 + inputs;
        int x3 = x2 + inputs;
        int x4 = x3 + inputs;
        int x5 = x4 + inputs;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector l0 = zero, l1 = zero, l2 = zero, l3 = zero, l4 = zero, l5 = zero;
        FloatVector r0 = zero, r1 = zero, r2 = zero, r3 = zero, r4 = zero, r5 = zero;
        for (int k = 0; k < inputs; k++, from += Panels.WIDTH) {
            FloatVector left = FloatVector.fromArray(SPECIES, w, from);
            FloatVector right = FloatVector.fromArray(SPECIES, w, from + LANES);
            FloatVector input = FloatVector.broadcast(SPECIES, x[x0 + k]);
            l0 = left.fma(input, l0);
            r0 = right.fma(input, r0);
            input = FloatVector.broadcast(SPECIES, x[x1 + k]);
            l1 = left.fma(input, l1);
            r1 = right.fma(input, r1);
            input = FloatVector.broadcast(SPECIES, x[x2 + k]);
            l2 = left.fma(input, l2);
            r2 = right.fma(input, r2);
            input = FloatVector.broadcast(SPECIES, x[x3 + k]);
            l3 = left.fma(input, l3);
            r3 = right.fma(input, r3);
            input = FloatVector.broadcast(SPECIES, x[x4 + k]);
            l4 = left.fma(input, l4);
            r4 = right.fma(input, r4);
            input = FloatVector.broadcast(SPECIES, x[x5 + k]);
            l5 = left.fma(input, l5);
            r5 = right.fma(input, r5);
        }
        l0.intoArray(sums, to);
        r0.intoArray(sums, to + LANES);
        l1.intoArray(sums, to + Panels.WIDTH);
        r1.intoArray(sums, to + Panels.WIDTH + LANES);
        l2.intoArray(sums, to + 2 * Panels.WIDTH);
        r2.intoArray(sums, to + 2 * Panels.WIDTH + LANES);
        l3.intoArray(sums, to + 3 * Panels.WIDTH);
        r3.intoArray(sums, to + 3 * Panels.WIDTH + LANES);
        l4.intoArray(sums, to + 4 * Panels.WIDTH);
        r4.intoArray(sums, to + 4 * Panels.WIDTH + LANES);
        l5.intoArray(sums, to + 5 * Panels.WIDTH);
        r5.intoArray(sums, to + 5 * Panels.WIDTH + LANES);
    }
}
