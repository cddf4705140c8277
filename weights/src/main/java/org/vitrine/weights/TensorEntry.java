package org.vitrine.weights;

import java.util.List;
import java.util.Objects;

/**
 * What a safetensors header says about one tensor.
 *
 * @param name the tensor's name, as the checkpoint has it
 * @param dtype how its numbers are written
 * @param shape its dimensions, outermost first; empty for a scalar
 * @param begin first byte, counted from the start of the data section
 * @param end byte after the last one, counted the same way
 */
public record TensorEntry(String name, DType dtype, List<Long> shape, long begin, long end) {
    /** Copies the shape. */
    public TensorEntry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(dtype, "dtype");
        shape = List.copyOf(shape);
    }

    /**
     * Number of elements: the product of the shape, 1 for a scalar.
     *
     * @throws ArithmeticException if it does not fit a long; never for an entry of an opened file
     */
    public long elements() {
        long product = 1;
        for (long size : shape) {
            product = Math.multiplyExact(product, size);
        }
        return product;
    }

    /** What it takes in the file. */
    public long bytes() {
        return end - begin;
    }

    /** The shape as people write it: {@code [2, 3]}, and {@code []} for a scalar. */
    public String shapeText() {
        return shape.toString();
    }
}
