package org.vitrine.bench.ladder;

import org.vitrine.transformer.tensor.Tensor;

/** A strip of W that a cache could hold serves all rows of x before the next strip is begun. */
final class ColumnBlocks implements Rung {
    private static final int WIDTH = Panels.WIDTH;

    @Override
    public String name() {
        return "blocks of 32 columns";
    }

    @Override
    public String change() {
        return "All rows of x use 32 columns of W before the next 32 are touched, and 32 sums are all that is open.";
    }

    @Override
    public Tensor multiply(Tensor x, Matrix w) {
        float[] y = new float[x.dim(0) * w.outputs()];
        for (int first = 0; first < w.outputs(); first += WIDTH) {
            for (int i = 0; i < x.dim(0); i++) {
                row(x.data(), i, w, first, y);
            }
        }
        return Tensor.of(y, x.dim(0), w.outputs());
    }

    /** Up to 32 outputs of one row. */
    private static void row(float[] x, int i, Matrix w, int first, float[] y) {
        float[] weights = w.rowMajor();
        int inputs = w.inputs();
        int outputs = w.outputs();
        int width = Math.min(WIDTH, outputs - first);
        int to = i * outputs + first;
        for (int k = 0; k < inputs; k++) {
            float input = x[i * inputs + k];
            int from = k * outputs + first;
            for (int j = 0; j < width; j++) {
                y[to + j] = Math.fma(input, weights[from + j], y[to + j]);
            }
        }
    }
}
