package org.vitrine.transformer.ops;

import org.vitrine.transformer.layer.LayerNorm;

/**
 * One row of a layer norm as {@link ScalarOps} makes it, but with four running sums side by side: an addition need not
 * wait for the one before it.
 */
final class NormRow {
    private static final int SUMS = 4;

    private NormRow() {
    }

    static void normalise(float[] x, float[] y, int start, LayerNorm norm) {
        int width = norm.gain().size();
        double mean = sum(x, start, width) / width;
        double factor = 1 / Math.sqrt(squares(x, start, width, mean) / width + norm.epsilon());
        float[] gain = norm.gain().data();
        float[] bias = norm.bias().data();
        for (int i = 0; i < width; i++) {
            float normal = (float) ((x[start + i] - mean) * factor);
            y[start + i] = normal * gain[i] + bias[i];
        }
    }

    private static double sum(float[] x, int start, int width) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = start + width - width % SUMS;
        for (int i = start; i < whole; i += SUMS) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (int i = whole; i < start + width; i++) {
            a += x[i];
        }
        return a + b + (c + d);
    }

    /** Σ (x − mean)². */
    private static double squares(float[] x, int start, int width, double mean) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = start + width - width % SUMS;
        for (int i = start; i < whole; i += SUMS) {
            a += (x[i] - mean) * (x[i] - mean);
            b += (x[i + 1] - mean) * (x[i + 1] - mean);
            c += (x[i + 2] - mean) * (x[i + 2] - mean);
            d += (x[i + 3] - mean) * (x[i + 3] - mean);
        }
        for (int i = whole; i < start + width; i++) {
            a += (x[i] - mean) * (x[i] - mean);
        }
        return a + b + (c + d);
    }
}
