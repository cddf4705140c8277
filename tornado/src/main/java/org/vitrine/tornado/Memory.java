package org.vitrine.tornado;

/**
 * Which places of a device's memory are taken. Results are laid down from the start, one behind the other, and all taken up at
 * once; what stays for long, such as weights, lies at the end.
 */
final class Memory {
    /** Fewer numbers are not worth a machine of their own. */
    static final int LEAST = 1 << 22;

    private final int capacity;
    private int results;
    private int constants;

    Memory(int capacity) {
        this.capacity = capacity;
    }

    /**
     * The capacity for so many numbers: a little more, in steps of a quarter of their power of two. So a machine, once compiled,
     * serves all texts of about one length.
     */
    static long bucket(long numbers) {
        long wanted = Math.max(numbers, LEAST);
        long step = Long.highestOneBit(wanted) / 4;
        return Math.ceilDiv(wanted, step) * step;
    }

    int capacity() {
        return capacity;
    }

    /** How many numbers still fit. */
    int free() {
        return capacity - results - constants;
    }

    /** How many numbers fit when all results are taken up. */
    int freeWithoutResults() {
        return capacity - constants;
    }

    /** A place for so many numbers, which must fit. */
    int result(int size) {
        int place = results;
        results += size;
        return place;
    }

    /** A place that is kept when results are taken up; the numbers must fit. */
    int constant(int size) {
        constants += size;
        return capacity - constants;
    }

    /** All results are taken up. */
    void dropResults() {
        results = 0;
    }

    /** All is taken up. */
    void dropAll() {
        results = 0;
        constants = 0;
    }
}
