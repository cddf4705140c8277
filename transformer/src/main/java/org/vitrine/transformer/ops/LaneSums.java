package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A sum of floats as good as one of doubles, in as many parts as a vector has lanes: number i of a row goes to part i mod
 * lanes. With each addition comes what it lost (Knuth, "The Art of Computer Programming", volume 2, section 4.2.2, theorem B).
 */
final class LaneSums {
    private static final VectorSpecies<Float> SPECIES = VectorOps.SPECIES;
    private static final int LANES = SPECIES.length();

    private final float[] sums = new float[LANES];
    private final float[] lost = new float[LANES];

    /** Adds number i of a row. */
    private void add(int i, float next) {
        float sum = sums[i % LANES];
        float more = sum + next;
        float added = more - sum;
        lost[i % LANES] += sum - (more - added) + (next - added);
        sums[i % LANES] = more;
    }

    /** Adds numbers of an array, which are a row from its beginning, with vectors or without: the same bits. */
    void add(float[] x, int start, int width, boolean vectors) {
        int vectorsWidth = vectors ? width - width % LANES : 0;
        if (vectors) {
            addVectors(x, start, start + vectorsWidth);
        }
        for (int i = vectorsWidth; i < width; i++) {
            add(i, x[start + i]);
        }
    }

    private void addVectors(float[] x, int from, int end) {
        FloatVector sum = FloatVector.zero(SPECIES);
        FloatVector rest = FloatVector.zero(SPECIES);
        for (int i = from; i < end; i += LANES) {
            FloatVector next = FloatVector.fromArray(SPECIES, x, i);
            FloatVector more = sum.add(next);
            FloatVector added = more.sub(sum);
            rest = rest.add(sum.sub(more.sub(added)).add(next.sub(added)));
            sum = more;
        }
        sum.intoArray(sums, 0);
        rest.intoArray(lost, 0);
    }

    double total() {
        double total = 0;
        for (int lane = 0; lane < LANES; lane++) {
            total += sums[lane] + (double) lost[lane];
        }
        return total;
    }
}
