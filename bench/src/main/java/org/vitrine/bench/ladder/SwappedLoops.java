package org.vitrine.bench.ladder;

import org.vitrine.transformer.tensor.Tensor;

/** The two inner loops change places. W is read along its rows, and a row of y holds all its sums at once. */
final class SwappedLoops implements Rung {
    @Override
    public String name() {
        return "loops swapped: i, k, j";
    }

    @Override
    public String change() {
        return "The innermost loop runs along a row of W, over sums that do not wait for each other.";
    }

    @Override
    public Tensor multiply(Tensor x, Matrix w) {
        float[] y = new float[x.dim(0) * w.outputs()];
        for (int i = 0; i < x.dim(0); i++) {
            for (int k = 0; k < w.inputs(); k++) {
                addRow(x.data()[i * w.inputs() + k], w, k, y, i * w.outputs());
            }
        }
        return Tensor.of(y, x.dim(0), w.outputs());
    }

    /** What one input adds to all outputs: a loop that the compiler turns into vector code. */
    private static void addRow(float input, Matrix w, int k, float[] y, int to) {
        float[] weights = w.rowMajor();
        int outputs = w.outputs();
        int from = k * outputs;
        for (int j = 0; j < outputs; j++) {
            y[to + j] = Math.fma(input, weights[from + j], y[to + j]);
        }
    }
}
