package org.vitrine.tornado;

/**
 * A library in Java: BLAS's sgemm as its reference describes it, of matrices column by column.
 *
 * @param shift how many numbers of an array it is said not to see
 * @param unseen how many it does not see
 */
record EmulatedLibrary(int shift, int unseen) {
    /** TornadoVM's own arrays have a header of 24 bytes, Java's one of 16. */
    static EmulatedLibrary asOnCuda() {
        return new EmulatedLibrary(2, 2);
    }

    /** transa, transb, m, n, k, alpha, A, lda, B, ldb, beta, C, ldc: C = alpha·A·B + beta·C, A of [m, k], B of [k, n]. */
    void multiply(Object[] parameters) {
        if ((int) parameters[0] != 0 || (int) parameters[1] != 0) {
            throw new IllegalArgumentException("only matrices as they are");
        }
        int m = (int) parameters[2];
        int n = (int) parameters[3];
        int k = (int) parameters[4];
        int lda = leading(parameters[7], m);
        int ldb = leading(parameters[9], k);
        int ldc = leading(parameters[12], m);
        float[] a = (float[]) parameters[6];
        float[] b = (float[]) parameters[8];
        float[] c = (float[]) parameters[11];
        float beta = (float) parameters[10];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                float sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += a[unseen + i + l * lda] * b[unseen + l + j * ldb];
                }
                int at = unseen + i + j * ldc;
                c[at] = (float) parameters[5] * sum + (beta == 0 ? 0 : beta * c[at]);
            }
        }
    }

    private static int leading(Object parameter, int rows) {
        if ((int) parameter < Math.max(1, rows)) {
            throw new IllegalArgumentException("a leading dimension of " + parameter + " for " + rows + " rows");
        }
        return (int) parameter;
    }
}
