package org.vitrine.transformer.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What a debugger unfolds below a tensor: the matrices of a stack, the rows of a matrix, the numbers of a row, each under the
 * tensor's name and its own index.
 */
final class TensorParts {
    /** Parts are copies, so of a huge tensor only the first are made: so many, or as many as hold so many numbers. */
    private static final int MOST = 1 << 16;
    private static final int MOST_NUMBERS = 1 << 20;

    private TensorParts() {
    }

    static Object[] of(Tensor tensor) {
        int rank = tensor.shape().rank();
        if (rank == 0) {
            return new Object[]{tensor.data()[0]};
        }
        int size = tensor.dim(0) == 0 ? 0 : tensor.size() / tensor.dim(0);
        if (rank == 1) {
            return first(tensor.dim(0), 1, i -> tensor.data()[i]);
        }
        int[] dims = tensor.shape().dims().stream().skip(1).mapToInt(Integer::intValue).toArray();
        List<String> axes = tensor.axes().isEmpty() ? List.of() : tensor.axes().subList(1, rank);
        return first(tensor.dim(0), size,
                i -> Tensor.of(Arrays.copyOfRange(tensor.data(), i * size, (i + 1) * size), dims)
                        .named(tensor.label() + "[" + i + "]", axes));
    }

    /** The first of so many parts, each of so many numbers, and a sentence if there are more. */
    static Object[] first(int count, int size, IntFunction<Object> part) {
        int shown = Math.min(count, Math.clamp(MOST_NUMBERS / Math.max(1, size), 1, MOST));
        Object[] parts = new Object[shown < count ? shown + 1 : shown];
        Arrays.setAll(parts, i -> i < shown ? part.apply(i) : "… and " + (count - shown) + " more");
        return parts;
    }
}
