package org.vitrine.explain.tensors;

import org.vitrine.transformer.tensor.Tensor;

/** How far a tensor's numbers are from 0. */
public final class Magnitudes {
    private static final int HALF = 16;

    private Magnitudes() {
    }

    /**
     * How far from 0 a share of the finite numbers is at most, exactly: of 0.99 all but one in a hundred. Takes two passes and no
     * copy, so it is for large tensors, too.
     *
     * @param share from 0 to 1; 1 for the greatest
     * @return 0 if no number is finite
     */
    public static double percentile(Tensor tensor, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1, not " + share);
        }
        // The bits of positive floats are in the order of the floats: the upper half first, then the lower.
        int[] upper = new int[1 << HALF];
        int finite = 0;
        for (float number : tensor.data()) {
            if (Float.isFinite(number)) {
                upper[bits(number) >>> HALF]++;
                finite++;
            }
        }
        if (finite == 0) {
            return 0;
        }
        long wanted = Math.max(1, (long) Math.ceil(share * finite));
        int high = find(upper, wanted);
        for (int i = 0; i < high; i++) {
            wanted -= upper[i];
        }
        int[] lower = new int[1 << HALF];
        for (float number : tensor.data()) {
            if (Float.isFinite(number) && bits(number) >>> HALF == high) {
                lower[bits(number) & (1 << HALF) - 1]++;
            }
        }
        return Float.intBitsToFloat(high << HALF | find(lower, wanted));
    }

    private static int bits(float number) {
        return Float.floatToRawIntBits(Math.abs(number));
    }

    /** Where so many are reached. */
    private static int find(int[] counts, long wanted) {
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return i;
            }
        }
        return counts.length - 1;
    }
}
