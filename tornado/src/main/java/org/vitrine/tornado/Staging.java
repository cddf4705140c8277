package org.vitrine.tornado;

import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Arrays that a library multiplies, for it takes whole ones: each product's operands are copied there, and its result from there.
 *
 * @param left x, row by row
 * @param right W, row by row
 * @param result x·W, row by row
 * @param shift how many numbers lie before the first that the library sees
 */
record Staging(float[] left, float[] right, float[] result, int shift) {
    /** Room for every product of these programs. */
    static Staging of(Collection<List<Kind>> programs, int shift) {
        List<LibraryProduct> products = programs.stream().flatMap(List::stream).filter(LibraryProduct.class::isInstance)
                .map(LibraryProduct.class::cast).toList();
        return new Staging(room(products, product -> product.rows() * product.inputs(), shift),
                room(products, product -> product.inputs() * product.outputs(), shift),
                room(products, product -> product.rows() * product.outputs(), shift), shift);
    }

    private static float[] room(List<LibraryProduct> products, ToIntFunction<LibraryProduct> size, int shift) {
        return new float[products.stream().mapToInt(size).max().orElse(0) + shift];
    }

    /**
     * BLAS's sgemm, C = alpha·A·B + beta·C, is of matrices column by column: row by row they are turned round, so that
     * y = x·W is yᵀ = Wᵀ·xᵀ there. In its order: transa, transb, m, n, k, alpha, A, lda, B, ldb, beta, C, ldc.
     */
    Object[] parameters(LibraryProduct product) {
        int asTheyAre = 0;
        int inputs = product.inputs();
        int outputs = product.outputs();
        return new Object[]{asTheyAre, asTheyAre, outputs, product.rows(), inputs, 1f, right, outputs, left, inputs, 0f,
            result, outputs};
    }
}
