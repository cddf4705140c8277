package org.vitrine.explain.factors;

import java.util.Arrays;
import org.vitrine.transformer.tensor.Tensor;

/**
 * Some columns of a [K, n] tensor, each row in a short array of its own, zeros beyond the last column. Loops over such
 * arrays, all at one index, are those that the compiler turns into vector code; a place in the middle of a long array keeps
 * it from that.
 */
final class Tile {
    /** How many columns. */
    static final int WIDTH = 256;

    private final float[][] rows;

    /** Zeros. */
    Tile(int rows) {
        this.rows = new float[rows][WIDTH];
    }

    /** One row's numbers, to read and to write. */
    float[] row(int row) {
        return rows[row];
    }

    /** Takes over the columns of a tensor that begin here. */
    void read(Tensor tensor, int from) {
        int count = Math.min(WIDTH, tensor.dim(1) - from);
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(tensor.data(), row * tensor.dim(1) + from, rows[row], 0, count);
            Arrays.fill(rows[row], count, WIDTH, 0);
        }
    }

    /** Puts the columns where they belong in a [K, width] array. */
    void write(float[] target, int width, int from) {
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, target, row * width + from, Math.min(WIDTH, width - from));
        }
    }

    /** All numbers of a row together: four running sums, so that no addition waits for the one before. */
    static double sum(float[] row) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < WIDTH; i += 4) {
            a += row[i];
            b += row[i + 1];
            c += row[i + 2];
            d += row[i + 3];
        }
        return a + b + (c + d);
    }
}
