package org.vitrine.tornado;

/**
 * y = x·W + b by a library of the device's maker, [rows, inputs] · [inputs, outputs]. A library wants to know sizes when a program is
 * made, so there is one of these for each of them; only the rows may be fewer.
 *
 * @param rows the most rows
 */
record LibraryProduct(int rows, int inputs, int outputs) implements Kind {
    private static final int FEWEST_ROWS = 64;
    /** Half a gigabyte: what is larger is not worth the memory in which a library's operands are staged. */
    private static final long LARGEST = 1 << 27;

    /**
     * The kind for so many rows: for up to twice as many as it would take. A library is so fast that rows in vain cost less than to
     * compile a model's layers for every length of text.
     */
    static LibraryProduct of(int rows, int inputs, int outputs) {
        int most = Math.max(FEWEST_ROWS, Integer.highestOneBit(Math.max(1, rows - 1)) << 1);
        return new LibraryProduct(most, inputs, outputs);
    }

    /** Whether a library can be asked: there is something to multiply, and it is small enough to be staged. */
    boolean isStageable() {
        return inputs > 0 && outputs > 0 && (long) rows * inputs <= LARGEST && (long) inputs * outputs <= LARGEST
                && (long) rows * outputs <= LARGEST;
    }

    @Override
    public Kernel kernel() {
        return Kernel.PRODUCT;
    }
}
