package org.vitrine.transformer.ops;

import org.vitrine.transformer.layer.LayerNorm;

/**
 * One row of a layer norm in floats, with vectors or without: the same bits. {@link ScalarOps} uses doubles; here sums keep
 * what an addition loses, and the mean is taken off in two parts, so a row whose mean is large beside its variance loses
 * nothing.
 */
final class NormRow {
    private NormRow() {
    }

    static void normalise(float[] x, float[] y, int start, LayerNorm norm, boolean vectors) {
        int width = norm.gain().size();
        LaneSums sums = new LaneSums();
        sums.add(x, start, width, vectors);
        double mean = sums.total() / width;
        float upper = (float) mean;
        float lower = (float) (mean - upper);
        for (int i = start; i < start + width; i++) {
            float centred = x[i] - upper - lower;
            y[i] = centred * centred;
        }
        LaneSums squares = new LaneSums();
        squares.add(y, start, width, vectors);
        double variance = squares.total() / width;
        if (!Double.isFinite(variance)) {
            ScalarOps.layerNormRow(x, y, start, norm); // a square is beyond the largest float, or there is no answer
            return;
        }
        float factor = (float) (1 / Math.sqrt(variance + norm.epsilon()));
        float[] gain = norm.gain().data();
        float[] bias = norm.bias().data();
        for (int i = 0; i < width; i++) {
            y[start + i] = (x[start + i] - upper - lower) * factor * gain[i] + bias[i];
        }
    }
}
