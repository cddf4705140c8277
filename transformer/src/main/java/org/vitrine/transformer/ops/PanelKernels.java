package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.vitrine.transformer.tensor.Weight;

/**
 * The innermost loops of {@link PanelProduct}: rows of an array times two vectors of a panel's columns, whose sums stay in
 * registers from the first input to the last. All multiply the input at {@code x0 + k} with the weights at {@code w + 32k}
 * and store raw sums from {@code j} on: 32 further for the next row, or panel.
 *
 * <p>They are kept apart from everything else, and pass no vector on but to {@link #store}: a vector that is handed to a
 * method which checks bounds may become an object, and the loop a hundred times as slow.
 *
 * @param a the inputs
 * @param depth how many inputs a sum has
 */
record PanelKernels(float[] a, int depth) {
    /** Two vectors lie side by side in a panel, so on a machine with longer ones 512 bits are used. */
    static final VectorSpecies<Float> SPECIES = 2 * FloatVector.SPECIES_PREFERRED.length() <= Weight.PANEL
            ? FloatVector.SPECIES_PREFERRED
            : FloatVector.SPECIES_512;
    private static final int LANES = SPECIES.length();
    private static final int PANEL = Weight.PANEL;

    /** Six rows: 6 × 2 sums, 2 weights and 1 input fit into 16 registers. */
    void sixRows(int x0, float[] panels, int w, float[] sums, int j) {
        int x1 = x0 + depth;
        int x2 = x1 + depth;
        int x3 = x2 + depth;
        int x4 = x3 + depth;
        int x5 = x4 + depth;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero, s4 = zero, s5 = zero;
        FloatVector r0 = zero, r1 = zero, r2 = zero, r3 = zero, r4 = zero, r5 = zero;
        for (int k = 0; k < depth; k++, w += PANEL) {
            FloatVector left = FloatVector.fromArray(SPECIES, panels, w);
            FloatVector right = FloatVector.fromArray(SPECIES, panels, w + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[x0 + k]);
            s0 = left.fma(x, s0);
            r0 = right.fma(x, r0);
            x = FloatVector.broadcast(SPECIES, a[x1 + k]);
            s1 = left.fma(x, s1);
            r1 = right.fma(x, r1);
            x = FloatVector.broadcast(SPECIES, a[x2 + k]);
            s2 = left.fma(x, s2);
            r2 = right.fma(x, r2);
            x = FloatVector.broadcast(SPECIES, a[x3 + k]);
            s3 = left.fma(x, s3);
            r3 = right.fma(x, r3);
            x = FloatVector.broadcast(SPECIES, a[x4 + k]);
            s4 = left.fma(x, s4);
            r4 = right.fma(x, r4);
            x = FloatVector.broadcast(SPECIES, a[x5 + k]);
            s5 = left.fma(x, s5);
            r5 = right.fma(x, r5);
        }
        store(s0, r0, sums, j);
        store(s1, r1, sums, j + PANEL);
        store(s2, r2, sums, j + 2 * PANEL);
        store(s3, r3, sums, j + 3 * PANEL);
        store(s4, r4, sums, j + 4 * PANEL);
        store(s5, r5, sums, j + 5 * PANEL);
    }

    /** Four rows. */
    void fourRows(int x0, float[] panels, int w, float[] sums, int j) {
        int x1 = x0 + depth;
        int x2 = x1 + depth;
        int x3 = x2 + depth;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
        FloatVector r0 = zero, r1 = zero, r2 = zero, r3 = zero;
        for (int k = 0; k < depth; k++, w += PANEL) {
            FloatVector left = FloatVector.fromArray(SPECIES, panels, w);
            FloatVector right = FloatVector.fromArray(SPECIES, panels, w + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[x0 + k]);
            s0 = left.fma(x, s0);
            r0 = right.fma(x, r0);
            x = FloatVector.broadcast(SPECIES, a[x1 + k]);
            s1 = left.fma(x, s1);
            r1 = right.fma(x, r1);
            x = FloatVector.broadcast(SPECIES, a[x2 + k]);
            s2 = left.fma(x, s2);
            r2 = right.fma(x, r2);
            x = FloatVector.broadcast(SPECIES, a[x3 + k]);
            s3 = left.fma(x, s3);
            r3 = right.fma(x, r3);
        }
        store(s0, r0, sums, j);
        store(s1, r1, sums, j + PANEL);
        store(s2, r2, sums, j + 2 * PANEL);
        store(s3, r3, sums, j + 3 * PANEL);
    }

    /** One row. */
    void oneRow(int x0, float[] panels, int w, float[] sums, int j) {
        FloatVector s = FloatVector.zero(SPECIES);
        FloatVector r = s;
        for (int k = 0; k < depth; k++, w += PANEL) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[x0 + k]);
            s = FloatVector.fromArray(SPECIES, panels, w).fma(x, s);
            r = FloatVector.fromArray(SPECIES, panels, w + LANES).fma(x, r);
        }
        store(s, r, sums, j);
    }

    /** One row and four panels, one behind the other. */
    void fourPanels(int x0, float[] panels, int w0, float[] sums, int j) {
        int w1 = w0 + PANEL * depth;
        int w2 = w1 + PANEL * depth;
        int w3 = w2 + PANEL * depth;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
        FloatVector r0 = zero, r1 = zero, r2 = zero, r3 = zero;
        for (int k = 0, w = 0; k < depth; k++, w += PANEL) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[x0 + k]);
            s0 = FloatVector.fromArray(SPECIES, panels, w0 + w).fma(x, s0);
            r0 = FloatVector.fromArray(SPECIES, panels, w0 + w + LANES).fma(x, r0);
            s1 = FloatVector.fromArray(SPECIES, panels, w1 + w).fma(x, s1);
            r1 = FloatVector.fromArray(SPECIES, panels, w1 + w + LANES).fma(x, r1);
            s2 = FloatVector.fromArray(SPECIES, panels, w2 + w).fma(x, s2);
            r2 = FloatVector.fromArray(SPECIES, panels, w2 + w + LANES).fma(x, r2);
            s3 = FloatVector.fromArray(SPECIES, panels, w3 + w).fma(x, s3);
            r3 = FloatVector.fromArray(SPECIES, panels, w3 + w + LANES).fma(x, r3);
        }
        store(s0, r0, sums, j);
        store(s1, r1, sums, j + PANEL);
        store(s2, r2, sums, j + 2 * PANEL);
        store(s3, r3, sums, j + 3 * PANEL);
    }

    private static void store(FloatVector left, FloatVector right, float[] sums, int at) {
        left.intoArray(sums, at);
        right.intoArray(sums, at + LANES);
    }
}
