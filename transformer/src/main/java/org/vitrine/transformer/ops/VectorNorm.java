package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.vitrine.transformer.layer.LayerNorm;

/**
 * One row of a layer norm, many numbers at a time. {@link ScalarOps} uses doubles; here what an addition of floats loses
 * is summed beside it, and the mean is taken off in two parts, so a row whose mean is large beside its variance loses
 * nothing either.
 */
final class VectorNorm {
    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorNorm() {
    }

    static void row(float[] x, float[] y, int start, LayerNorm norm) {
        int width = norm.gain().size();
        double mean = sum(x, start, width) / width;
        float upper = (float) mean;
        float lower = (float) (mean - upper);
        for (int i = start; i < start + width; i++) {
            float centred = x[i] - upper - lower;
            y[i] = centred * centred;
        }
        double variance = sum(y, start, width) / width;
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

    /**
     * The sum of a row as good as one of doubles: with each addition comes what it lost (Knuth, "The Art of Computer
     * Programming", volume 2, section 4.2.2, theorem B).
     */
    private static double sum(float[] x, int start, int width) {
        int vectorsEnd = start + width - width % LANES;
        FloatVector sums = FloatVector.zero(SPECIES);
        FloatVector lost = FloatVector.zero(SPECIES);
        for (int i = start; i < vectorsEnd; i += LANES) {
            FloatVector next = FloatVector.fromArray(SPECIES, x, i);
            FloatVector more = sums.add(next);
            FloatVector added = more.sub(sums);
            lost = lost.add(sums.sub(more.sub(added))).add(next.sub(added));
            sums = more;
        }
        float[] lanes = new float[2 * LANES];
        sums.intoArray(lanes, 0);
        lost.intoArray(lanes, LANES);
        double sum = 0;
        for (float lane : lanes) {
            sum += lane;
        }
        for (int i = vectorsEnd; i < start + width; i++) {
            sum += x[i];
        }
        return sum;
    }
}
