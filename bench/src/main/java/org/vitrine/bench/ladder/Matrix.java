package org.vitrine.bench.ladder;

import java.util.Arrays;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * One matrix W [in, out] in each of the layouts that some rung reads. A model is loaded once and used often, so making them
 * is not part of a product's time.
 *
 * @param rowMajor row after row: W[k, j] is number k · out + j
 * @param panels strips of 32 columns
 * @param rows every row as an array of its own
 * @param layer as the models hold it, with a bias of zeros
 */
record Matrix(float[] rowMajor, Panels panels, float[][] rows, Linear layer) {
    /** The layouts of a tensor [in, out]. */
    static Matrix of(Tensor w) {
        float[][] rows = new float[w.dim(0)][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = Arrays.copyOfRange(w.data(), k * w.dim(1), (k + 1) * w.dim(1));
        }
        return new Matrix(w.data(), Panels.of(w), rows, Linear.withoutBias(Weight.of(w)));
    }

    int inputs() {
        return panels.inputs();
    }

    int outputs() {
        return panels.outputs();
    }
}
