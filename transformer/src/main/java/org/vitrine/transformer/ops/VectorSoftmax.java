package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** One row of a softmax, many numbers at a time. */
final class VectorSoftmax {
    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;

    private VectorSoftmax() {
    }

    /** Vectors whose lanes are summed as floats before a double takes over: 15 additions stay below 1e-6. */
    private static final int SHORT_SUM = 16;

    /** exp(x − max) / Σ exp(x − max) of {@code width} numbers from {@code start}. */
    static void row(float[] x, float[] y, int start, int width) {
        float max = max(x, start, width);
        double sum = exponentials(x, y, start, width, max);
        float factor = (float) (1 / sum);
        int end = start + width;
        int vectorsEnd = end - width % SPECIES.length();
        for (int i = start; i < vectorsEnd; i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, y, i).mul(factor).intoArray(y, i);
        }
        for (int i = vectorsEnd; i < end; i++) {
            y[i] *= factor;
        }
    }

    private static float max(float[] x, int start, int width) {
        int end = start + width;
        int vectorsEnd = end - width % SPECIES.length();
        FloatVector lanes = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        for (int i = start; i < vectorsEnd; i += SPECIES.length()) {
            lanes = lanes.max(FloatVector.fromArray(SPECIES, x, i));
        }
        float max = lanes.reduceLanes(VectorOperators.MAX);
        for (int i = vectorsEnd; i < end; i++) {
            max = Math.max(max, x[i]);
        }
        return max;
    }

    /** Writes exp(x − max); their sum. */
    private static double exponentials(float[] x, float[] y, int start, int width, float max) {
        int end = start + width;
        int vectorsEnd = end - width % SPECIES.length();
        float[] lanes = new float[SPECIES.length()];
        double sum = 0;
        for (int from = start; from < vectorsEnd; from += SHORT_SUM * SPECIES.length()) {
            shortSum(x, y, from, Math.min(vectorsEnd, from + SHORT_SUM * SPECIES.length()), max, lanes);
            for (float lane : lanes) {
                sum += lane;
            }
        }
        for (int i = vectorsEnd; i < end; i++) {
            y[i] = (float) Math.exp(x[i] - max);
            sum += y[i];
        }
        return sum;
    }

    private static void shortSum(float[] x, float[] y, int from, int end, float max, float[] lanes) {
        FloatVector sums = FloatVector.zero(SPECIES);
        for (int i = from; i < end; i += SPECIES.length()) {
            FloatVector e = FloatVector.fromArray(SPECIES, x, i).sub(max).lanewise(VectorOperators.EXP);
            e.intoArray(y, i);
            sums = sums.add(e);
        }
        sums.intoArray(lanes, 0);
    }
}
