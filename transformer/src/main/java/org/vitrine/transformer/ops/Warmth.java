package org.vitrine.transformer.ops;

/**
 * Whether the compiler has learnt the vector code, or is to learn it now. Until then a vector is an object and its loop
 * slower than a plain one by far, and learning takes the compiler longer than many a command runs. Whatever is chosen, the
 * bits are the same.
 *
 * <p>Threads may overwrite each other's counts: they need not be exact.
 */
final class Warmth {
    /** Below this many multiply-adds plain loops are quicker while the program is cold. */
    private static final long VECTOR_FROM = 4L << 20;
    /** The same once it is warm, or in a task: tasks are many and alike, so it soon will be. */
    private static final long VECTOR_FROM_WHEN_WARM = 1L << 14;
    /** After so many products in plain loops a program will make many more. */
    private static final int WARM_FROM = 500;
    /** After so many numbers in plain loops a program will see many more. */
    private static final long NUMBERS_WARM_FROM = 32L << 20;
    /** So many layers are made with one kernel alone, so that a short program need not wait for a second. */
    private static final int ONE_KERNEL_UNTIL = 150;

    private int layers;
    private int plainProducts;
    private long plainNumbers;

    /** As after a while. */
    static Warmth warm() {
        Warmth warmth = new Warmth();
        warmth.layers = ONE_KERNEL_UNTIL;
        warmth.plainProducts = WARM_FROM;
        warmth.plainNumbers = NUMBERS_WARM_FROM;
        return warmth;
    }

    /** Counts a linear layer of so many multiply-adds. */
    void layer(long work) {
        layers++;
        if (!vectorsForProduct(work)) {
            plainProducts++;
        }
    }

    /** Whether one kernel is to do for all. */
    boolean oneKernel() {
        return layers < ONE_KERNEL_UNTIL;
    }

    /** Whether a product of so many multiply-adds is to use vectors. */
    boolean vectorsForProduct(long work) {
        boolean warm = plainProducts >= WARM_FROM || Workers.inTask();
        return work >= (warm ? VECTOR_FROM_WHEN_WARM : VECTOR_FROM);
    }

    /** Whether an activation, softmax or norm of so many numbers is to use vectors; counts them. */
    boolean vectorsForNumbers(int count) {
        if (plainNumbers >= NUMBERS_WARM_FROM) {
            return true;
        }
        plainNumbers += count;
        return false;
    }
}
