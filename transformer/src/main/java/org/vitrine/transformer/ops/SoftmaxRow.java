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
        LaneSums sums = new LaneSums();
        if (vectors) {
            exponentials(x, y, start, vectorsEnd, max, sums);
        }
        for (int i = vectorsEnd; i < start + width; i++) {
            y[i] = Exp.exp(x[i] - max);
            sums.add(i - start, y[i]);
        }
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

    /** Writes exp(x − max), and their sum as {@link LaneSums} makes it. */
    private static void exponentials(float[] x, float[] y, int from, int end, float max, LaneSums sums) {
        FloatVector sum = FloatVector.zero(SPECIES);
        FloatVector lost = FloatVector.zero(SPECIES);
        for (int i = from; i < end; i += LANES) {
            FloatVector e = Exp.exp(FloatVector.fromArray(SPECIES, x, i).sub(max));
            e.intoArray(y, i);
            FloatVector more = sum.add(e);
            FloatVector added = more.sub(sum);
            lost = lost.add(sum.sub(more.sub(added)).add(e.sub(added)));
            sum = more;
        }
        sum.intoArray(sums.sums(), 0);
        lost.intoArray(sums.lost(), 0);
    }
}
