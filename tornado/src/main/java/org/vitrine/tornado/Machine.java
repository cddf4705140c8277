package org.vitrine.tornado;

import java.util.List;

/**
 * A device with one memory for all numbers, and programs: kernels that were compiled to run one after the other. Used by one
 * thread at a time. Whatever goes wrong with the device is thrown as it comes.
 */
interface Machine extends AutoCloseable {
    /** The most numbers that are copied at once. */
    int WINDOW = 1 << 22;

    /** How many numbers the memory holds. */
    int capacity();

    /** Whether a program is ready to run. */
    boolean isCompiled(List<Kind> program);

    /** Makes a program ready: a second or so for each kernel when it is compiled for the first time. */
    void compile(List<Kind> program);

    /** Runs a program, a launch for each of its kernels. */
    void run(List<Launch> program);

    /** Copies numbers into the memory, at most {@link #WINDOW}. */
    void write(int place, float[] from, int start, int count);

    /** Numbers out of the memory, at most {@link #WINDOW}: the first of an array that the next call fills anew. */
    float[] view(int place, int count);

    /** Copies numbers out of the memory, at most {@link #WINDOW}. */
    default void read(int place, float[] to, int start, int count) {
        System.arraycopy(view(place, count), 0, to, start, count);
    }

    /** Gives the memory back. */
    @Override
    void close();

    /** Builds machines for one device. */
    interface Maker {
        /**
         * A machine with this much memory and these programs, besides each kernel alone.
         *
         * @param programs of several kernels each, or of a product by a library
         */
        Machine make(int capacity, List<List<Kind>> programs);

        /** The most numbers that a machine's memory can hold. */
        int mostCapacity();

        /**
         * From how many rows on a product is a {@link LibraryProduct}; {@link Integer#MAX_VALUE} where there is no library. A machine
         * whose library turns out to be of no use runs the kernel in its place.
         */
        default int leastLibraryRows() {
            return Integer.MAX_VALUE;
        }
    }
}
