package org.vitrine.bench.ladder;

import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * One matrix W [in, out] in each of the layouts that some rung reads. A model is loaded once and used often, so making them
 * is not part of a product's time.
 *
 * @param rowMajor row after row: W[k, j] is number k · out + j
 * @param panels for the rungs from {@link PackedPanels} on
 * @param layer as the models hold it, with a bias of zeros
 */
record Matrix(int inputs, int outputs, float[] rowMajor, Panels panels, Linear layer) {
    /** The layouts of a tensor [in, out]. */
    static Matrix of(Tensor w) {
        return new Matrix(w.dim(0), w.dim(1), w.data(), Panels.of(w), Linear.withoutBias(Weight.of(w)));
    }
}
