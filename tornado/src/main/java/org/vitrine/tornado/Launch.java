package org.vitrine.tornado;

/**
 * One run of a kernel.
 *
 * @param places where the result and the operands are, and how large they are, as the kernel wants it
 * @param factor a number that is no place, 0 if the kernel needs none
 */
record Launch(Kernel kernel, int[] places, float factor) {
}
