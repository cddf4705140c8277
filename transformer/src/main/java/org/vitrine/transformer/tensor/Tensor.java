package org.vitrine.transformer.tensor;

import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Objects;
import org.jetbrains.annotations.Debug;

/**
 * Numbers in a grid: a shape and a row-major {@code float[]}, contiguous, never changed after creation.
 *
 * <p>Every operation makes a fresh tensor, so a recorder only needs to keep a pointer, a debugger never shows a
 * value that was overwritten later, and two back ends can be compared number by number.
 *
 * <p>{@link #data()} hands out the array itself because copying it would double the work of every operation; who
 * reads it must not write to it. What a device computed stays there, {@link #distant}, until somebody looks.
 */
@Debug.Renderer(text = "this.toString()", childrenArray = "this.parts()", hasChildren = "this.size() > 0")
public final class Tensor {
    private final Object name;
    private final List<String> axes;
    private final Shape shape;
    /** Null until somebody looks, if the numbers are distant. */
    private float[] data;
    private final DistantNumbers distant;

    private Tensor(Object name, List<String> axes, Shape shape, float[] data, DistantNumbers distant) {
        this.name = name;
        this.axes = axes;
        this.shape = shape;
        this.data = data;
        this.distant = distant;
    }

    /** A tensor over this array, which belongs to the tensor from now on. */
    public static Tensor of(float[] data, int... dims) {
        return of(data, Shape.of(dims));
    }

    /** A tensor over this array, which belongs to the tensor from now on. */
    public static Tensor of(float[] data, Shape shape) {
        if (shape.size() != data.length) {
            throw new IllegalArgumentException(
                    "shape " + shape + " holds " + shape.size() + " numbers, but " + data.length + " were given");
        }
        return new Tensor(null, List.of(), shape, data, null);
    }

    /** A tensor whose numbers a device holds. */
    public static Tensor of(DistantNumbers numbers, Shape shape) {
        return new Tensor(null, List.of(), shape, null, numbers);
    }

    /** The same numbers under a name and with named axes, for whoever looks at them. */
    public Tensor named(Object newName, List<String> newAxes) {
        return new Tensor(newName, newAxes.size() == shape.rank() ? newAxes : List.of(), shape, data, distant);
    }

    /** What this tensor is called, for example {@code decoder.0.attn.q}; empty when it has no name. */
    public String name() {
        return name == null ? "" : name.toString();
    }

    /** What the axes count, for example {@code [H, T, e]}; empty when nobody said. */
    public List<String> axes() {
        return axes;
    }

    /** The lengths of the axes. */
    public Shape shape() {
        return shape;
    }

    /** The length of one axis; negative counts from the end. */
    public int dim(int axis) {
        return shape.dim(axis);
    }

    /** How many numbers there are. */
    public int size() {
        return shape.size();
    }

    /**
     * All numbers, row by row. This is the tensor's own array: read it, never write to it. Numbers on a device are copied from
     * there when they are first looked at.
     */
    public float[] data() {
        float[] numbers = data;
        if (numbers == null) {
            numbers = distant.fetch();
            VarHandle.storeStoreFence(); // whoever sees the array sees what is in it; a volatile field would slow down every loop
            data = numbers;
        }
        return numbers;
    }

    /** Where the numbers are if a device computed them, whether somebody has looked or not; else null. */
    public DistantNumbers distant() {
        return distant;
    }

    /** One number. */
    public float at(int... index) {
        if (index.length != shape.rank()) {
            throw new IllegalArgumentException(
                    this.label() + " has shape " + shape + ", so it takes " + shape.rank() + " indices, not "
                            + index.length);
        }
        int offset = 0;
        for (int axis = 0; axis < index.length; axis++) {
            offset = offset * shape.dim(axis) + Objects.checkIndex(index[axis], shape.dim(axis));
        }
        return data()[offset];
    }

    /** Some rows of a matrix, in the order asked for: [n, d] → [rows.length, d]. */
    public Tensor rows(int... rows) {
        requireRank(2, "rows");
        for (int row : rows) {
            Objects.checkIndex(row, dim(0));
        }
        if (data == null) {
            return distant.rows(this, rows);
        }
        int width = dim(1);
        float[] out = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(data, rows[i] * width, out, i * width, width);
        }
        return of(out, rows.length, width);
    }

    /** One matrix of a stack, for example one head: [H, T, e] → [T, e]. */
    public Tensor slice(int index) {
        requireRank(3, "slice");
        int size = dim(1) * dim(2);
        float[] out = new float[size];
        System.arraycopy(data(), Objects.checkIndex(index, dim(0)) * size, out, 0, size);
        return of(out, dim(1), dim(2));
    }

    /** Deals the columns out to the heads: [T, d] → [H, T, e] with e = d / H. Head h gets columns h·e to (h+1)·e. */
    public Tensor splitHeads(int heads) {
        requireRank(2, "splitHeads");
        int rows = dim(0);
        int width = dim(1) / heads;
        if (width * heads != dim(1)) {
            throw new IllegalArgumentException(dim(1) + " columns cannot be dealt out evenly to " + heads + " heads");
        }
        if (data == null) {
            return distant.splitHeads(this, heads);
        }
        float[] out = new float[size()];
        for (int row = 0; row < rows; row++) {
            for (int head = 0; head < heads; head++) {
                System.arraycopy(data, row * heads * width + head * width, out, (head * rows + row) * width, width);
            }
        }
        return of(out, heads, rows, width);
    }

    /** Puts the heads' columns side by side again: [H, T, e] → [T, d]. Undoes {@link #splitHeads}. */
    public Tensor mergeHeads() {
        requireRank(3, "mergeHeads");
        if (data == null) {
            return distant.mergeHeads(this);
        }
        int heads = dim(0);
        int rows = dim(1);
        int width = dim(2);
        float[] out = new float[size()];
        for (int head = 0; head < heads; head++) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(data, (head * rows + row) * width, out, row * heads * width + head * width, width);
            }
        }
        return of(out, rows, heads * width);
    }

    /** More rows below, head by head: [H, A, e] and [H, B, e] → [H, A+B, e]. */
    public Tensor append(Tensor below) {
        requireRank(3, "append");
        if (data == null) {
            return distant.append(this, below);
        }
        int first = dim(1) * dim(2);
        int second = below.dim(1) * below.dim(2);
        float[] out = new float[size() + below.size()];
        for (int head = 0; head < dim(0); head++) {
            System.arraycopy(data, head * first, out, head * (first + second), first);
            System.arraycopy(below.data(), head * second, out, head * (first + second) + first, second);
        }
        return of(out, dim(0), dim(1) + below.dim(1), dim(2));
    }

    /** The same numbers, row by row, in another shape of that size. */
    public Tensor reshape(int... dims) {
        Shape other = Shape.of(dims);
        return data == null && other.size() == size() ? of(distant, other) : of(data(), other);
    }

    /** What to call this tensor in a message: its name, or just "tensor". */
    public String label() {
        return name == null ? "tensor" : name.toString();
    }

    private void requireRank(int rank, String operation) {
        if (shape.rank() != rank) {
            throw new IllegalArgumentException(operation + " takes a tensor with " + rank + " axes, not " + shape);
        }
    }

    /** What a debugger unfolds below this tensor: matrices, rows or numbers. */
    Object[] parts() {
        return TensorParts.of(this);
    }

    /** Name, shape and the upper left corner, row by row: a few lines for a terminal. */
    public String corner() {
        return TensorPrinter.corner(this);
    }

    /** Statistics and corner values in one line, without the name and the shape. */
    public String summary() {
        return TensorPrinter.summary(size(), i -> data()[i]);
    }

    /** Name, shape, statistics and corner values in one line: made for a debugger's variables pane. */
    @Override
    public String toString() {
        return TensorPrinter.heading(this) + " " + summary();
    }
}
