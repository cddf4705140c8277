package org.vitrine.transformer.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jetbrains.annotations.Debug;

/** The lengths of a tensor's axes, outermost first: {@code [12, 7, 64]} is 12 heads of 7 rows of 64 numbers. */
@Debug.Renderer(text = "this.toString()")
public record Shape(List<Integer> dims) {
    public Shape {
        dims = List.copyOf(dims);
        long size = 1;
        for (int dim : dims) {
            if (dim < 0) {
                throw new IllegalArgumentException("a shape has no negative length: " + dims);
            }
            size *= dim;
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a tensor holds at most 2^31-1 numbers; " + dims + " is more");
            }
        }
    }

    /** The shape with these lengths. */
    public static Shape of(int... dims) {
        return new Shape(Arrays.stream(dims).boxed().toList());
    }

    /** How many axes there are. */
    public int rank() {
        return dims.size();
    }

    /** The length of one axis; negative counts from the end, so {@code dim(-1)} is the innermost. */
    public int dim(int axis) {
        return dims.get(axis < 0 ? dims.size() + axis : axis);
    }

    /** How many numbers a tensor of this shape holds. */
    public int size() {
        int size = 1;
        for (int dim : dims) {
            size *= dim;
        }
        return size;
    }

    @Override
    public String toString() {
        return dims.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
}
