package org.vitrine.bench.ladder;

import jdk.incubator.vector.FloatVector;

/** Four rows of x share each weight that is loaded: 8 sums. */
final class FourRows extends RegisterBlock {
    @Override
    public String name() {
        return "4 rows x 2 vectors";
    }

    @Override
    public String change() {
        return "Each weight that is loaded serves four rows, and eight vectors of sums are on their way at once.";
    }

    @Override
    int rows() {
        return 4;
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
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector l0 = zero, l1 = zero, l2 = zero, l3 = zero;
        FloatVector r0 = zero, r1 = zero, r2 = zero, r3 = zero;
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
        }
        l0.intoArray(sums, to);
        r0.intoArray(sums, to + LANES);
        l1.intoArray(sums, to + Panels.WIDTH);
        r1.intoArray(sums, to + Panels.WIDTH + LANES);
        l2.intoArray(sums, to + 2 * Panels.WIDTH);
        r2.intoArray(sums, to + 2 * Panels.WIDTH + LANES);
        l3.intoArray(sums, to + 3 * Panels.WIDTH);
        r3.intoArray(sums, to + 3 * Panels.WIDTH + LANES);
    }
}
