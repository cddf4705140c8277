package org.vitrine.bench.ladder;

import jdk.incubator.vector.FloatVector;

/**
 * Twelve rows of x: 24 sums, 2 weights and 1 input take 27 of the 32 vector registers of AVX-512.
 *
 * <p>The method is long because registers cannot be numbered by a loop. It must not call another one to store its sums: so
 * much has been inlined by then that the compiler refuses the last of them, which costs more than half of the speed.
 */
final class TwelveRows extends RegisterBlock {
    @Override
    public String name() {
        return "12 rows x 2 vectors";
    }

    @Override
    public String change() {
        return "Each weight that is loaded serves twelve rows, for which 32 registers are needed.";
    }

    @Override
    int rows() {
        return 12;
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
        int x6 = x5 + inputs;
        int x7 = x6 + inputs;
        int x8 = x7 + inputs;
        int x9 = x8 + inputs;
        int x10 = x9 + inputs;
        int x11 = x10 + inputs;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector l0 = zero, l1 = zero, l2 = zero, l3 = zero, l4 = zero, l5 = zero;
        FloatVector l6 = zero, l7 = zero, l8 = zero, l9 = zero, l10 = zero, l11 = zero;
        FloatVector r0 = zero, r1 = zero, r2 = zero, r3 = zero, r4 = zero, r5 = zero;
        FloatVector r6 = zero, r7 = zero, r8 = zero, r9 = zero, r10 = zero, r11 = zero;
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
            input = FloatVector.broadcast(SPECIES, x[x6 + k]);
            l6 = left.fma(input, l6);
            r6 = right.fma(input, r6);
            input = FloatVector.broadcast(SPECIES, x[x7 + k]);
            l7 = left.fma(input, l7);
            r7 = right.fma(input, r7);
            input = FloatVector.broadcast(SPECIES, x[x8 + k]);
            l8 = left.fma(input, l8);
            r8 = right.fma(input, r8);
            input = FloatVector.broadcast(SPECIES, x[x9 + k]);
            l9 = left.fma(input, l9);
            r9 = right.fma(input, r9);
            input = FloatVector.broadcast(SPECIES, x[x10 + k]);
            l10 = left.fma(input, l10);
            r10 = right.fma(input, r10);
            input = FloatVector.broadcast(SPECIES, x[x11 + k]);
            l11 = left.fma(input, l11);
            r11 = right.fma(input, r11);
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
        l6.intoArray(sums, to + 6 * Panels.WIDTH);
        r6.intoArray(sums, to + 6 * Panels.WIDTH + LANES);
        l7.intoArray(sums, to + 7 * Panels.WIDTH);
        r7.intoArray(sums, to + 7 * Panels.WIDTH + LANES);
        l8.intoArray(sums, to + 8 * Panels.WIDTH);
        r8.intoArray(sums, to + 8 * Panels.WIDTH + LANES);
        l9.intoArray(sums, to + 9 * Panels.WIDTH);
        r9.intoArray(sums, to + 9 * Panels.WIDTH + LANES);
        l10.intoArray(sums, to + 10 * Panels.WIDTH);
        r10.intoArray(sums, to + 10 * Panels.WIDTH + LANES);
        l11.intoArray(sums, to + 11 * Panels.WIDTH);
        r11.intoArray(sums, to + 11 * Panels.WIDTH + LANES);
    }
}
