package org.vitrine.explain.whatif;

import java.util.Objects;

/**
 * Where the numbers of each token stand in a row-major array, at one place of a tensor: those of token i begin at {@code first +
 * i · step} and are {@code width} in number.
 */
record TokenLines(int first, int count, int step, int width) {
    /** A copy of the numbers in which those of one token, or of all, are changed. */
    float[] changed(float[] numbers, Change change, int position) {
        float[] out = numbers.clone();
        int from = position == Intervention.ALL ? 0 : Objects.checkIndex(position, count);
        int to = position == Intervention.ALL ? count : position + 1;
        switch (change) {
            case Change.Zero() -> scale(out, 0, from, to);
            case Change.Scale(float factor) -> scale(out, factor, from, to);
            case Change.Mean() -> spread(mean(numbers), out, from, to);
        }
        return out;
    }

    private void scale(float[] out, float factor, int from, int to) {
        for (int token = from; token < to; token++) {
            for (int i = start(token); i < start(token) + width; i++) {
                out[i] = factor == 0 ? 0 : factor * out[i]; // no −0, and no NaN of ∞·0
            }
        }
    }

    private void spread(float[] mean, float[] out, int from, int to) {
        for (int token = from; token < to; token++) {
            System.arraycopy(mean, 0, out, start(token), width);
        }
    }

    private float[] mean(float[] numbers) {
        float[] mean = new float[width];
        for (int i = 0; i < width; i++) {
            double sum = 0;
            for (int token = 0; token < count; token++) {
                sum += numbers[start(token) + i];
            }
            mean[i] = (float) (sum / count);
        }
        return mean;
    }

    private int start(int token) {
        return first + token * step;
    }
}
