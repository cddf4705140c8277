package org.vitrine.explain.factors;

import org.vitrine.transformer.tensor.Tensor;

/**
 * One side of the factors, the strengths or the neurons.
 *
 * @param rows a row for each factor: [K, T] or [K, N]
 * @param gram the scalar products of all pairs of rows, row by row: [K, K]
 */
record FactorSide(Tensor rows, double[] gram) {
    static FactorSide of(Tensor rows) {
        int components = rows.dim(0);
        Tile tile = new Tile(components);
        Tile sums = new Tile(components * components);
        for (int from = 0; from < rows.dim(1); from += Tile.WIDTH) {
            tile.read(rows, from);
            for (int r = 0; r < components; r++) {
                for (int s = 0; s <= r; s++) {
                    addProducts(tile.row(r), tile.row(s), sums.row(r * components + s));
                }
            }
        }
        double[] gram = new double[components * components];
        for (int r = 0; r < components; r++) {
            for (int s = 0; s <= r; s++) {
                gram[r * components + s] = Tile.sum(sums.row(r * components + s));
                gram[s * components + r] = gram[r * components + s];
            }
        }
        return new FactorSide(rows, gram);
    }

    private static void addProducts(float[] a, float[] b, float[] sums) {
        for (int i = 0; i < Tile.WIDTH; i++) {
            sums[i] = Math.fma(a[i], b[i], sums[i]);
        }
    }

    /** How many factors there are: K. */
    int components() {
        return rows.dim(0);
    }
}
