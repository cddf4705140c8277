package org.vitrine.transformer.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** One row of a softmax, many numbers at a time. */
final class VectorSoftmax {
    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorSoftmax() {
    }

    /** exp(x − max) / Σ exp(x − max) of {@code width} numbers from {@code start}. */
    static void row(float[] x, float[] y, int start, int width) {
        int vectorsEnd = start + width - width % LANES;
        float[] rest = new float[LANES];
        Arrays.fill(rest, Float.NEGATIVE_INFINITY);
        System.arraycopy(x, vectorsEnd, rest, 0, width % LANES);
        float max = Math.max(max(x, start, vectorsEnd), max(rest, 0, LANES));
        double sum = exponentials(x, y, start, vectorsEnd, max) + exponentials(rest, rest, 0, LANES, max);
        System.arraycopy(rest, 0, y, vectorsEnd, width % LANES);
        float factor = (float) (1 / sum);
        for (int i = start; i < start + width; i++) {
            y[i] *= factor;
        }
    }

    /** The greatest number that is one: NaN is left for {@link #exponentials}. */
    private static float max(float[] x, int from, int end) {
        FloatVector lanes = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        for (int i = from; i < end; i += LANES) {
            FloatVector next = FloatVector.fromArray(SPECIES, x, i);
            lanes = lanes.blend(next, next.compare(VectorOperators.GT, lanes));
        }
        return lanes.reduceLanes(VectorOperators.MAX);
    }

    /**
     * Writes exp(x − max); their sum. What an addition of floats loses is summed too (Kahan 1965, "Further remarks on
     * reducing truncation errors"), so a long row comes out as good as a short one.
     */
    private static double exponentials(float[] x, float[] y, int from, int end, float max) {
        FloatVector sums = FloatVector.zero(SPECIES);
        FloatVector lost = FloatVector.zero(SPECIES);
        for (int i = from; i < end; i += LANES) {
            FloatVector e = VectorExp.exp(FloatVector.fromArray(SPECIES, x, i).sub(max));
            e.intoArray(y, i);
            FloatVector next = sums.add(e);
            lost = lost.add(e.sub(next.sub(sums)));
            sums = next;
        }
        float[] lanes = new float[2 * LANES];
        sums.intoArray(lanes, 0);
        lost.intoArray(lanes, LANES);
        double sum = 0;
        for (float lane : lanes) {
            sum += lane;
        }
        return sum;
    }
}
