package org.vitrine.tornado.kernel;

import uk.ac.manchester.tornado.api.KernelContext;

/**
 * What is to be done around a product that a library computes: it multiplies whole arrays, row by row, so the operands are copied into
 * arrays of their own before, and the result into the device's memory after. The places are those of {@link Kernels#product},
 * of a single matrix: y, a, b, bias, 1, T, in, n, tileDown, down, tileAcross, across. The library does not see the first
 * {@code shift} numbers of an array.
 */
public final class StagingKernels {
    private static final int TILE = Kernels.TILE;

    private StagingKernels() {
    }

    /** Before anything else: three arrays full of zeros, for the library computes with rows that no product has filled. */
    public static void clear(KernelContext c, float[] left, float[] right, float[] result) {
        for (int i = c.globalIdx; i < left.length; i += c.globalGroupSizeX) {
            left[i] = 0;
        }
        for (int i = c.globalIdx; i < right.length; i += c.globalGroupSizeX) {
            right[i] = 0;
        }
        for (int i = c.globalIdx; i < result.length; i += c.globalGroupSizeX) {
            result[i] = 0;
        }
    }

    /** left = a, [T, in]; right = b, [in, n], row by row. */
    public static void stage(KernelContext c, int[] step, int[] places, float[] m, float[] left, float[] right,
            int shift) {
        int at = step[0] * Kernels.PLACES;
        int a = places[at + 1];
        int b = places[at + 2];
        int inner = places[at + 6];
        int columns = places[at + 7];
        int tileDown = places[at + 8];
        int down = places[at + 9];
        int tileAcross = places[at + 10];
        int across = places[at + 11];
        int leftSize = places[at + 5] * inner;
        int rightSize = inner * columns;
        for (int i = c.globalIdx; i < leftSize; i += c.globalGroupSizeX) {
            left[shift + i] = m[a + i];
        }
        for (int i = c.globalIdx; i < rightSize; i += c.globalGroupSizeX) {
            int d = i / columns;
            int j = i % columns;
            right[shift + i] = m[b + d / TILE * tileDown + d % TILE * down + j / TILE * tileAcross + j % TILE * across];
        }
    }

    /** y = result + bias, [T, n]. */
    public static void unstage(KernelContext c, int[] step, int[] places, float[] m, float[] result, int shift) {
        int at = step[0] * Kernels.PLACES;
        int y = places[at];
        int bias = places[at + 3];
        int columns = places[at + 7];
        int size = places[at + 5] * columns;
        for (int i = c.globalIdx; i < size; i += c.globalGroupSizeX) {
            m[y + i] = result[shift + i] + m[bias + i % columns];
        }
    }
}
