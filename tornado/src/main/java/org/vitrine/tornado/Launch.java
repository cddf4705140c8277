package org.vitrine.tornado;

/**
 * One step of a program as it runs.
 *
 * @param places where the result and the operands are, and how large they are, as the kernel wants it
 * @param factor a number that is no place, 0 if the kernel needs none
 */
record Launch(Kind kind, int[] places, float factor) {
}
