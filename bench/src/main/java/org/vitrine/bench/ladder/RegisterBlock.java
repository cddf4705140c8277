package org.vitrine.bench.ladder;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.vitrine.transformer.tensor.Tensor;

/**
 * What the rungs with the Vector API have in common: some rows of x times two vectors of a panel at a time, whose sums stay in
 * registers from the first input to the last. Each rung writes out its innermost loop; the variables in it are the registers.
 */
abstract class RegisterBlock implements Rung {
    /** The machine's vectors, but no longer than half a panel. One kind for all: a second kind can slow the compiled code down. */
    static final VectorSpecies<Float> SPECIES = 2 * FloatVector.SPECIES_PREFERRED.length() <= Panels.WIDTH
            ? FloatVector.SPECIES_PREFERRED
            : FloatVector.SPECIES_512;
    static final int LANES = SPECIES.length();

    /** How many rows of x are made together. */
    abstract int rows();

    /**
     * Sums over all inputs for {@link #rows} rows of x [T, in] from row i on.
     *
     * @param from where the first two vectors of columns lie in the panels
     * @param sums [rows, 32]: each row's two vectors go to {@code to} and beside it
     */
    abstract void block(Product product, int i, int from, float[] sums, int to);

    /** Where the numbers are. */
    record Product(float[] x, int rows, Panels panels, float[] y) {
        static Product of(Tensor x, Matrix w) {
            return new Product(x.data(), x.dim(0), w.panels(), new float[x.dim(0) * w.outputs()]);
        }

        Tensor result() {
            return Tensor.of(y, rows, panels.outputs());
        }
    }

    @Override
    public Tensor multiply(Tensor x, Matrix w) {
        Product product = Product.of(x, w);
        for (int panel = 0; panel < w.panels().count(); panel++) {
            panel(product, panel);
        }
        return product.result();
    }

    /** 32 columns of the result. Fewer rows than a block holds are made one by one. */
    void panel(Product product, int panel) {
        RegisterBlock block = product.rows() < rows() ? new OneRow() : this;
        float[] sums = new float[block.rows() * Panels.WIDTH];
        for (int next = 0; next < product.rows(); next += block.rows()) {
            int i = Math.min(next, product.rows() - block.rows()); // the last block may make some rows again
            for (int to = 0; to < Panels.WIDTH; to += 2 * LANES) {
                block.block(product, i, product.panels().start(panel) + to, sums, to);
            }
            for (int row = 0; row < block.rows(); row++) {
                product.panels().write(sums, row * Panels.WIDTH, product.y(), i + row, panel);
            }
        }
    }
}
