package org.vitrine.bench.ladder;

import jdk.incubator.vector.FloatVector;

/** One row of x: 2 sums. */
final class OneRow extends RegisterBlock {
    @Override
    public String name() {
        return "Vector API, 1 row x 2 vectors";
    }

    @Override
    public String change() {
        return "The sums are two vectors in registers, no longer loaded and stored at each input.";
    }

    @Override
    int rows() {
        return 1;
    }

    @Override
    void block(Product product, int i, int from, float[] sums, int to) {
        float[] x = product.x();
        float[] w = product.panels().data();
        int inputs = product.panels().inputs();
        int x0 = i * inputs;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector l0 = zero, r0 = zero;
        for (int k = 0; k < inputs; k++, from += Panels.WIDTH) {
            FloatVector left = FloatVector.fromArray(SPECIES, w, from);
            FloatVector right = FloatVector.fromArray(SPECIES, w, from + LANES);
            FloatVector input = FloatVector.broadcast(SPECIES, x[x0 + k]);
            l0 = left.fma(input, l0);
            r0 = right.fma(input, r0);
        }
        l0.intoArray(sums, to);
        r0.intoArray(sums, to + LANES);
    }
}
