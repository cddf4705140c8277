package org.vitrine.bench.ladder;

import jdk.incubator.vector.FloatVector;

/** One row of x, two vectors of sums. */
final class OneRow extends RegisterBlock {
    @Override
    public String name() {
        return "Vector API, 1 row x 2 vectors";
    }

    @Override
    public String change() {
        return "The sums are vectors in registers, no longer loaded and stored at each input.";
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
        FloatVector l0 = FloatVector.zero(SPECIES);
        FloatVector r0 = FloatVector.zero(SPECIES);
        for (int k = 0; k < inputs; k++, from += Panels.WIDTH) {
            FloatVector input = FloatVector.broadcast(SPECIES, x[x0 + k]);
            l0 = FloatVector.fromArray(SPECIES, w, from).fma(input, l0);
            r0 = FloatVector.fromArray(SPECIES, w, from + LANES).fma(input, r0);
        }
        store(l0, r0, sums, to);
    }
}
