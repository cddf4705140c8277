package org.vitrine.transformer.tensor;

/**
 * A tensor's numbers in the memory of a device. {@link Tensor} asks for them when somebody looks, and leaves it to the device
 * to move them about as long as nobody does.
 */
public interface DistantNumbers {
    /** All numbers, row by row: copied the first time, the same array ever after. Any thread may ask. */
    float[] fetch();

    /** As {@link Tensor#rows}; the arguments are checked. */
    Tensor rows(Tensor x, int... rows);

    /** As {@link Tensor#splitHeads}; the arguments are checked. */
    Tensor splitHeads(Tensor x, int heads);

    /** As {@link Tensor#mergeHeads}; the arguments are checked. */
    Tensor mergeHeads(Tensor x);

    /** As {@link Tensor#append}; the arguments are checked. */
    Tensor append(Tensor x, Tensor below);
}
