package org.vitrine.explain.tensors;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vitrine.transformer.tensor.Tensor;

/**
 * A matrix of a tensor's numbers: all of them, or of a tensor with three axes those at one place of one axis.
 *
 * @param axis the axis that is cut, outermost 0; {@link #NONE} for a tensor with one or two axes
 * @param index the place on that axis
 */
public record TensorSlice(int axis, int index) {
    /** Instead of an axis: none. */
    public static final int NONE = -1;
    /** All of a vector or a matrix. */
    public static final TensorSlice WHOLE = new TensorSlice(NONE, 0);

    private static final int CUT = 3;

    /** The slice of a tensor that is nearest to a wish: no axis where none can be cut, and a place that there is. */
    public static TensorSlice of(Tensor tensor, int axis, int index) {
        if (tensor.shape().rank() < CUT) {
            return WHOLE;
        }
        int cut = axis >= 0 && axis < CUT ? axis : 0;
        return new TensorSlice(cut, Math.clamp(index, 0, Math.max(0, tensor.dim(cut) - 1)));
    }

    /** Which axis of the tensor the rows are, {@link #NONE} for a vector, which is a single row. */
    public int rowAxis(int rank) {
        return rank == 1 ? NONE : axis == 0 ? 1 : 0;
    }

    /** Which axis of the tensor the columns are. */
    public int columnAxis(int rank) {
        return rank < CUT ? rank - 1 : axis == 2 ? 1 : 2;
    }

    /**
     * The numbers: [n] → [1, n], [n, m] → [n, m], [l, n, m] → [n, m], [l, m] or [l, n].
     *
     * @throws IllegalArgumentException if the tensor has no such slice
     */
    public Tensor of(Tensor tensor) {
        int rank = tensor.shape().rank();
        if (rank < 1 || rank > CUT || (rank == CUT) == (axis == NONE)) {
            throw new IllegalArgumentException("a tensor of shape " + tensor.shape() + " has no slice " + this);
        }
        if (axis == 0) {
            return tensor.slice(index);
        }
        return switch (rank) {
            case 1 -> tensor.reshape(1, tensor.size());
            case 2 -> tensor;
            default -> cut(tensor);
        };
    }

    private Tensor cut(Tensor tensor) {
        int rows = tensor.dim(0);
        int columns = tensor.dim(columnAxis(CUT));
        Objects.checkIndex(index, tensor.dim(axis));
        float[] out = new float[rows * columns];
        for (int i = 0; i < out.length; i++) {
            out[i] = axis == 1 ? tensor.at(i / columns, index, i % columns)
                    : tensor.at(i / columns, i % columns, index);
        }
        return Tensor.of(out, rows, columns);
    }

    /** Where in the tensor a number of the slice is: a place on each axis. */
    public List<Integer> place(int rank, int row, int column) {
        List<Integer> place = new ArrayList<>(rank == 1 ? List.of(column) : List.of(row, column));
        if (axis != NONE) {
            place.add(axis, index);
        }
        return List.copyOf(place);
    }

    /** Whether a number of the tensor lies in the slice. */
    public boolean holds(List<Integer> place) {
        return axis == NONE || place.get(axis) == index;
    }
}
