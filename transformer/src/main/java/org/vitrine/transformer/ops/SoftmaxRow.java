package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** One row of a softmax in floats, with vectors or without: the same bits. */
final class SoftmaxRow {
    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private SoftmaxRow() {
    }

    /** exp(x − max) / Σ exp(x − max) of {@code width} numbers from {@code start}. */
    static void softmax(float[] x, float[] y, int start, int width, boolean vectors) {
        int vectorsEnd = vectors ? start + width - width % LANES : start;
        float max = vectors ? max(x, start, vectorsEnd) : Float.NEGATIVE_INFINITY;
        for (int i = vectorsEnd; i < start + width; i++) {
            max = x[i] > max ? x[i] : max; // NaN is left for exp
        }
        if (vectors) {
            exponentials(x, y, start, vectorsEnd, max);
        }
        for (int i = vectorsEnd; i < start + width; i++) {
            y[i] = Exp.exp(x[i] - max);
        }
        LaneSums sums = new LaneSums();
        sums.add(y, start, width, vectors);
        float factor = (float) (1 / sums.total());
        for (int i = start; i < start + width; i++) {
            y[i] *= factor;
        }
    }

    private static float max(float[] x, int from, int end) {
        FloatVector lanes = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        for (int i = from; i < end; i += LANES) {
            FloatVector next = FloatVector.fromArray(SPECIES, x, i);
            lanes = lanes.blend(next, next.compare(VectorOperators.GT, lanes));
        }
        return lanes.reduceLanes(VectorOperators.MAX);
    }

    /** Writes exp(x − max). */
    private static void exponentials(float[] x, float[] y, int from, int end, float max) {
        for (int i = from; i < end; i += LANES) {
            Exp.exp(FloatVector.fromArray(SPECIES, x, i).sub(max)).intoArray(y, i);
        }
    }
}
