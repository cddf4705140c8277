package org.vitrine.explain.tensors;

import org.vitrine.transformer.tensor.Tensor;

/**
 * A large matrix in fewer cells: in each, the number of a block that is farthest from 0. What is no number comes first, so that
 * it is seen; what is masked last.
 */
public final class StrongestNumbers {
    private final Tensor matrix;
    private final int rows;
    private final int columns;
    private final int[] places;

    private StrongestNumbers(Tensor matrix, int rows, int columns) {
        this.matrix = matrix;
        this.rows = rows;
        this.columns = columns;
        this.places = new int[rows * columns];
    }

    /**
     * The strongest numbers of a matrix.
     *
     * @param matrix with at least a row and a column
     * @param rows how many rows of blocks, at most the matrix' rows
     * @param columns how many columns of blocks, at most the matrix' columns
     */
    public static StrongestNumbers of(Tensor matrix, int rows, int columns) {
        if (rows < 1 || columns < 1 || rows > matrix.dim(0) || columns > matrix.dim(1)) {
            throw new IllegalArgumentException("a matrix " + matrix.shape() + " cannot be shown in " + rows + " × "
                    + columns + " blocks");
        }
        StrongestNumbers found = new StrongestNumbers(matrix, rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                found.places[row * columns + column] = found.strongest(row, column);
            }
        }
        return found;
    }

    private int strongest(int blockRow, int blockColumn) {
        float[] data = matrix.data();
        int width = matrix.dim(1);
        int best = firstRow(blockRow) * width + firstColumn(blockColumn);
        float most = strength(data[best]);
        for (int row = firstRow(blockRow); row < firstRow(blockRow + 1); row++) {
            int end = row * width + firstColumn(blockColumn + 1);
            for (int place = row * width + firstColumn(blockColumn); place < end; place++) {
                float strength = strength(data[place]);
                if (strength > most) {
                    most = strength;
                    best = place;
                }
            }
        }
        return best;
    }

    private static float strength(float number) {
        return Float.isNaN(number) ? Float.POSITIVE_INFINITY
                : number == Float.NEGATIVE_INFINITY ? -1 : Math.abs(number);
    }

    /** How many rows of blocks there are. */
    public int rows() {
        return rows;
    }

    /** How many columns of blocks there are. */
    public int columns() {
        return columns;
    }

    /** The matrix' row where a row of blocks begins. */
    public int firstRow(int blockRow) {
        return (int) ((long) blockRow * matrix.dim(0) / rows);
    }

    /** The matrix' column where a column of blocks begins. */
    public int firstColumn(int blockColumn) {
        return (int) ((long) blockColumn * matrix.dim(1) / columns);
    }

    /** The number of a block that is farthest from 0. */
    public float at(int blockRow, int blockColumn) {
        return matrix.data()[places[blockRow * columns + blockColumn]];
    }

    /** The matrix' row in which it stands. */
    public int row(int blockRow, int blockColumn) {
        return places[blockRow * columns + blockColumn] / matrix.dim(1);
    }

    /** The matrix' column in which it stands. */
    public int column(int blockRow, int blockColumn) {
        return places[blockRow * columns + blockColumn] % matrix.dim(1);
    }
}
