package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** One row of a softmax, many numbers at a time. */
final class VectorSoftmax {
    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;

    private VectorSoftmax() {
    }

    /** exp(x − max) / Σ exp(x − max) of {@code width} numbers from {@code start}; the sum is kept in double precision. */
    static void row(float[] x, float[] y, int start, int width) {
        int end = start + width;
        int vectorsEnd = end - width % SPECIES.length();
        float max = Float.NEGATIVE_INFINITY;
        for (int i = start; i < end; i++) {
            max = Math.max(max, x[i]);
        }
        for (int i = start; i < vectorsEnd; i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, x, i).sub(max).lanewise(VectorOperators.EXP).intoArray(y, i);
        }
        for (int i = vectorsEnd; i < end; i++) {
            y[i] = (float) Math.exp(x[i] - max);
        }
        double sum = 0;
        for (int i = start; i < end; i++) {
            sum += y[i];
        }
        for (int i = start; i < end; i++) {
            y[i] = (float) (y[i] / sum);
        }
    }
}
