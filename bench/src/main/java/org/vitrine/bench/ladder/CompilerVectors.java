package org.vitrine.bench.ladder;

import java.util.Arrays;
import org.vitrine.transformer.tensor.Tensor;

/**
 * Plain loops in a form that the compiler turns into vector code: long, and with one index for both arrays. With two starting
 * points, as in {@link SwappedLoops}, it must reckon with one array whose parts overlap, and stays with single numbers.
 */
final class CompilerVectors implements Rung {
    @Override
    public String name() {
        return "the compiler's vectors: i, k, j";
    }

    @Override
    public String change() {
        return "Each row of W is an array of its own, and a loop along it becomes vector code by itself.";
    }

    @Override
    public Tensor multiply(Tensor x, Matrix w) {
        float[] y = new float[x.dim(0) * w.outputs()];
        float[] sums = new float[w.outputs()];
        for (int i = 0; i < x.dim(0); i++) {
            Arrays.fill(sums, 0);
            for (int k = 0; k < w.inputs(); k++) {
                add(x.data()[i * w.inputs() + k], w.rows()[k], sums);
            }
            System.arraycopy(sums, 0, y, i * w.outputs(), w.outputs());
        }
        return Tensor.of(y, x.dim(0), w.outputs());
    }

    /** What one input adds to all outputs. */
    private static void add(float input, float[] weights, float[] sums) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.fma(input, weights[j], sums[j]);
        }
    }
}
