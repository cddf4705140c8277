package org.vitrine.tornado;

import java.util.Arrays;
import java.util.List;
import org.vitrine.transformer.tensor.Tensor;

/**
 * What a kernel is given and what it must make of it.
 *
 * @param operands in the order of the kernel's places, as they lie in memory; {@link #ABSENT} for none
 * @param sizes the places behind those
 * @param tolerance how far a number may be off, for numbers up to 1, and in proportion beyond
 */
record KernelCase(Kernel kernel, List<float[]> operands, int[] sizes, float factor, float[] expected,
        double tolerance) {
    /** An operand that is not there: its place is −1. */
    static final float[] ABSENT = new float[0];

    /** A kernel that needs no factor. */
    static KernelCase of(Kernel kernel, List<float[]> operands, int[] sizes, Tensor expected, double tolerance) {
        return new KernelCase(kernel, operands, sizes, 0, expected.data(), tolerance);
    }

    @Override
    public String toString() {
        return kernel + " " + Arrays.toString(sizes);
    }
}
