package org.vitrine.bench.ladder;

import org.vitrine.transformer.tensor.Tensor;

/** The sum from the textbook. W is read down its columns. */
final class NaiveLoops implements Rung {
    @Override
    public String name() {
        return "naive: i, j, k";
    }

    @Override
    public String change() {
        return "The definition: for every row and every output, one sum over the inputs.";
    }

    @Override
    public Tensor multiply(Tensor x, Matrix w) {
        float[] y = new float[x.dim(0) * w.outputs()];
        for (int i = 0; i < x.dim(0); i++) {
            for (int j = 0; j < w.outputs(); j++) {
                y[i * w.outputs() + j] = sum(x.data(), i, w, j);
            }
        }
        return Tensor.of(y, x.dim(0), w.outputs());
    }

    /** One output. Every add waits for the one before, and every weight lies a whole row behind the one before. */
    private static float sum(float[] x, int i, Matrix w, int j) {
        float[] weights = w.rowMajor();
        int inputs = w.inputs();
        int outputs = w.outputs();
        float sum = 0;
        for (int k = 0; k < inputs; k++) {
            sum = Math.fma(x[i * inputs + k], weights[k * outputs + j], sum);
        }
        return sum;
    }
}
