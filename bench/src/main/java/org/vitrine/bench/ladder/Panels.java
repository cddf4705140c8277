package org.vitrine.bench.ladder;

import org.vitrine.transformer.tensor.Tensor;

/**
 * A matrix [in, out] cut into upright strips of {@value #WIDTH} columns. A panel lies in one piece, input by input: the 32
 * weights of input 0, then the 32 of input 1, and so on. The last panel is filled up with zeros.
 *
 * @param data the panels one after the other
 */
record Panels(int inputs, int outputs, float[] data) {
    /** Columns in a panel: two vectors of 512 bits, or four of 256. */
    static final int WIDTH = 32;

    /** Packs a tensor [in, out]. */
    static Panels of(Tensor w) {
        int inputs = w.dim(0);
        int outputs = w.dim(1);
        float[] data = new float[Math.ceilDiv(outputs, WIDTH) * inputs * WIDTH];
        for (int k = 0; k < inputs; k++) {
            for (int j = 0; j < outputs; j++) {
                data[(j / WIDTH * inputs + k) * WIDTH + j % WIDTH] = w.data()[k * outputs + j];
            }
        }
        return new Panels(inputs, outputs, data);
    }

    int count() {
        return Math.ceilDiv(outputs, WIDTH);
    }

    /** Where the panel starts in {@link #data}. */
    int start(int panel) {
        return panel * WIDTH * inputs;
    }

    /** Puts finished sums, 32 of them from {@code from} on, into row i of y [T, out]; those of the filling are left out. */
    void write(float[] sums, int from, float[] y, int i, int panel) {
        int first = panel * WIDTH;
        System.arraycopy(sums, from, y, i * outputs + first, Math.min(WIDTH, outputs - first));
    }
}
