package org.vitrine.transformer.ops;

/**
 * A few rows times the transpose of a matrix, straight from the matrix' rows, as attention needs for one token: to pack the
 * keys into panels would take several times as long as to multiply them. Eight dot products go on side by side, each in the
 * order of {@link ScalarOps}.
 *
 * @param a the rows
 * @param b the matrix whose rows they meet
 * @param depth how long a row is, in both
 */
record RowDots(float[] a, float[] b, int depth) {
    private static final int TOGETHER = 8;

    /** The row at x with {@code count} rows from w on, into y from {@code out} on. */
    void row(int x, int w, int count, float[] y, int out) {
        int whole = count - count % TOGETHER;
        for (int j = 0; j < whole; j += TOGETHER) {
            eight(x, w + j * depth, y, out + j);
        }
        for (int j = whole; j < count; j++) {
            y[out + j] = one(x, w + j * depth);
        }
    }

    private void eight(int x, int w, float[] y, int out) {
        float s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int k = 0; k < depth; k++) {
            float number = a[x + k];
            int place = w + k;
            s0 = Math.fma(number, b[place], s0);
            s1 = Math.fma(number, b[place + depth], s1);
            s2 = Math.fma(number, b[place + 2 * depth], s2);
            s3 = Math.fma(number, b[place + 3 * depth], s3);
            s4 = Math.fma(number, b[place + 4 * depth], s4);
            s5 = Math.fma(number, b[place + 5 * depth], s5);
            s6 = Math.fma(number, b[place + 6 * depth], s6);
            s7 = Math.fma(number, b[place + 7 * depth], s7);
        }
        y[out] = s0;
        y[out + 1] = s1;
        y[out + 2] = s2;
        y[out + 3] = s3;
        y[out + 4] = s4;
        y[out + 5] = s5;
        y[out + 6] = s6;
        y[out + 7] = s7;
    }

    private float one(int x, int w) {
        float sum = 0;
        for (int k = 0; k < depth; k++) {
            sum = Math.fma(a[x + k], b[w + k], sum);
        }
        return sum;
    }
}
