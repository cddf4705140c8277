package org.vitrine.explain.factors;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.vitrine.transformer.layer.Linear;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * The positive or the negative sides of the largest singular vectors, whichever weigh more: Boutsidis and Gallopoulos 2008,
 * "SVD based initialization: A head start for nonnegative matrix factorization". Nothing in it is random.
 *
 * <p>This is the variant NNDSVDa, which fills the zeros with the mean of the activations: a factor that is zero both in
 * strengths and in neurons has no slope in either, and descent would leave it so for ever.
 *
 * <p>There are far more neurons than tokens, so the singular vectors of X [T, N] are taken from X·Xᵀ [T, T]: its eigenvectors
 * are the left ones u, its eigenvalues the squares of the singular values s, and v = Xᵀu / s.
 */
public record NndsvdStart() implements FactorStart {
    /** Smaller numbers count as zeros, as in scikit-learn. */
    private static final float ZERO = 1e-6f;
    /** Of the largest eigenvalue: smaller ones are rounding errors of X·Xᵀ in float32. */
    private static final double NOISE = 1e-7;
    /** Of X·Xᵀ that many are computed at a time. */
    private static final int COLUMNS = 128;
    private static final int ROWS = 64;

    @Override
    public String description() {
        return "NNDSVDa";
    }

    @Override
    public Factors guess(ActivationMatrix x, int components, Ops ops) {
        return guess(x, components, ops, () -> {
        });
    }

    @Override
    public Factors guess(ActivationMatrix x, int components, Ops ops, Runnable check) {
        RealMatrix products = matrix(products(x.values(), ops, check));
        EigenDecomposition eigen = Aside.await(() -> new EigenDecomposition(products), check);
        Tensor left = eigenvectors(eigen, components);                                                // uᵀ [K, T]
        Tensor right = ops.linear(left, Linear.withoutBias(Weight.of(x.values())));                   // s·vᵀ [K, N]
        float[] strengths = new float[left.size()];
        float[] neurons = new float[right.size()];
        double noise = NOISE * eigen.getRealEigenvalue(0);
        for (int k = 0; k < components; k++) {
            double square = eigen.getRealEigenvalue(k);
            if (square > noise) {
                side(left, right, k, Math.sqrt(square)).write(strengths, neurons);
            }
        }
        float mean = x.mean();
        fillZeros(strengths, mean);
        fillZeros(neurons, mean);
        return new Factors(Tensor.of(strengths, left.shape()), Tensor.of(neurons, right.shape()));
    }

    /**
     * X·Xᵀ [T, T], some columns and rows at a time: nobody who ends the search waits for all of them, and X, which may be
     * large, is never held transposed as a whole.
     */
    static Tensor products(Tensor x, Ops ops, Runnable check) {
        int size = x.dim(0);
        float[] products = new float[size * size];
        for (int left = 0; left < size; left += COLUMNS) {
            check.run();
            int right = Math.min(size, left + COLUMNS);
            Linear columns = Linear.withoutBias(Weight.transposeOf(x.rows(IntStream.range(left, right).toArray())));
            for (int top = 0; top < size; top += ROWS) {
                check.run();
                int[] rows = IntStream.range(top, Math.min(size, top + ROWS)).toArray();
                float[] part = ops.linear(x.rows(rows), columns).data();
                for (int row = 0; row < rows.length; row++) {
                    System.arraycopy(part, row * (right - left), products, (top + row) * size + left, right - left);
                }
            }
        }
        check.run();
        return Tensor.of(products, size, size);
    }

    private static RealMatrix matrix(Tensor square) {
        int size = square.dim(0);
        RealMatrix matrix = MatrixUtils.createRealMatrix(size, size);
        for (int i = 0; i < square.size(); i++) {
            matrix.setEntry(i / size, i % size, square.data()[i]);
        }
        return matrix;
    }

    /** The eigenvectors of the largest eigenvalues, a row for each: [K, T]. */
    private static Tensor eigenvectors(EigenDecomposition eigen, int count) {
        int size = eigen.getV().getRowDimension();
        float[] rows = new float[count * size];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) eigen.getV().getEntry(i % size, i / size);
        }
        return Tensor.of(rows, count, size);
    }

    /** One side of a pair of singular vectors u and v: what they have where the sign is the given one. */
    private record Side(Tensor left, Tensor right, int k, int sign, double singular) {
        /** Writes √(s·|u|·|v|) times the unit vectors along this side of u and v. */
        void write(float[] strengths, float[] neurons) {
            double scale = Math.sqrt(singular * weight());
            write(left, scale / norm(left), strengths);
            write(right, scale / norm(right), neurons);
        }

        private void write(Tensor rows, double scale, float[] target) {
            int width = rows.dim(1);
            for (int i = k * width; i < (k + 1) * width; i++) {
                target[i] = (float) (scale * Math.max(0, sign * rows.data()[i]));
            }
        }

        /** |u|·|v| of this side; the rows of {@code right} still carry the singular value. */
        double weight() {
            return norm(left) * norm(right) / singular;
        }

        private double norm(Tensor rows) {
            int width = rows.dim(1);
            double sum = 0;
            for (int i = k * width; i < (k + 1) * width; i++) {
                double value = Math.max(0, sign * rows.data()[i]);
                sum += value * value;
            }
            return Math.sqrt(sum);
        }
    }

    /** The side that weighs more. Of the first pair it is all there is: both vectors have one sign only (Perron, Frobenius). */
    private static Side side(Tensor left, Tensor right, int k, double singular) {
        Side positive = new Side(left, right, k, 1, singular);
        Side negative = new Side(left, right, k, -1, singular);
        return positive.weight() > negative.weight() ? positive : negative;
    }

    private static void fillZeros(float[] values, float mean) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] >= ZERO ? values[i] : mean;
        }
    }
}
