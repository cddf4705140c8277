package org.vitrine.transformer.tensor;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jetbrains.annotations.Debug;
import org.vitrine.weights.DType;
import org.vitrine.weights.StoredTensor;

/**
 * A trained matrix [in, out]: column j holds the weights that make output j from all inputs.
 *
 * <p>Held once, in panels of {@value #PANEL} columns: panel p keeps columns 32p to 32p+31, input by input, so that a
 * product reads memory in one straight stream, 32 outputs at a time. The last panel is filled up with zeros. Nobody
 * but the operations needs to know: {@link #at}, {@link #row} and {@link #column} show the matrix as the paper has it.
 */
@Debug.Renderer(text = "this.toString()", childrenArray = "this.parts()")
public final class Weight {
    /** Columns in a panel. */
    public static final int PANEL = 32;

    /** Columns between the two 16-bit numbers that an int holds. */
    public static final int APART = PANEL / 2;

    /** How the numbers are held. What a checkpoint stores in 16 bits stays so: half the memory to read at every product. */
    public enum Format {
        /** Floats. */
        F32,
        /** IEEE 754's binary16, all finite: a matrix with an infinity or NaN among them is held as floats. */
        F16,
        /** The upper half of a float. */
        BF16
    }

    /** Inputs copied together when a matrix is turned round: their numbers share a line of the cache. */
    private static final int TILE = 16;
    /** Parts in which a stored matrix is read, side by side. */
    private static final int PARTS = 4 * Runtime.getRuntime().availableProcessors();
    /** Below this many numbers a small model is read before a second thread has started. */
    private static final int PARTS_FROM = 1 << 18;

    private final int inputs;
    private final int outputs;
    private final Format format;
    private final float[] panels;
    private final int[] pairs;
    /** Whether a number did not fit the format: it may be set by several threads, and is read after them. */
    private boolean unfit;

    private Weight(int inputs, int outputs, Format format) {
        long size = (long) inputs * Math.ceilDiv(outputs, PANEL) * PANEL;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a weight of [" + inputs + ", " + outputs + "] is too large for one array");
        }
        this.inputs = inputs;
        this.outputs = outputs;
        this.format = format;
        this.panels = format == Format.F32 ? new float[(int) size] : null;
        this.pairs = format == Format.F32 ? null : new int[(int) size / 2];
    }

    /** The weight that a [in, out] tensor shows. */
    public static Weight of(Tensor matrix) {
        return rows(matrix.data(), 0, matrix.dim(0), matrix.dim(1));
    }

    /** The weight whose column j is row j of a [out, in] tensor. */
    public static Weight transposeOf(Tensor matrix) {
        return columns(matrix.data(), 0, matrix.dim(1), matrix.dim(0));
    }

    /** One matrix of a stack as {@link #of(Tensor)} takes it: [H, in, out]. */
    public static Weight of(Tensor stack, int index) {
        return rows(stack.data(), start(stack, index), stack.dim(1), stack.dim(2));
    }

    /** One matrix of a stack as {@link #transposeOf(Tensor)} takes it: [H, out, in]. */
    public static Weight transposeOf(Tensor stack, int index) {
        return columns(stack.data(), start(stack, index), stack.dim(2), stack.dim(1));
    }

    private static int start(Tensor stack, int index) {
        return Objects.checkIndex(index, stack.dim(0)) * stack.dim(1) * stack.dim(2);
    }

    private static Weight rows(float[] source, int start, int inputs, int outputs) {
        Weight weight = new Weight(inputs, outputs, Format.F32);
        for (int i = 0; i < inputs; i++) {
            weight.setRow(i, source, start + i * outputs);
        }
        return weight;
    }

    private static Weight columns(float[] source, int start, int inputs, int outputs) {
        Weight weight = new Weight(inputs, outputs, Format.F32);
        for (int first = 0; first < outputs; first += PANEL) {
            weight.setColumns(first, source, start + first * inputs);
        }
        return weight;
    }

    /** Columns {@code from} (inclusive) to {@code to} (exclusive) of a matrix stored as [in, out]. */
    public static Weight columnsOf(StoredTensor stored, int from, int to) {
        return read(stored, format -> columnsOf(stored, from, to, format));
    }

    private static Weight columnsOf(StoredTensor stored, int from, int to, Format format) {
        int inputs = Math.toIntExact(stored.shape()[0]);
        long columns = stored.shape()[1];
        Weight weight = new Weight(inputs, to - from, format);
        weight.inParts(inputs, (first, end) -> {
            float[] row = new float[to - from];
            for (int i = first; i < end; i++) {
                stored.read(i * columns + from, row, 0, row.length);
                weight.setRow(i, row, 0);
            }
        });
        return weight;
    }

    /** A matrix stored the other way round, [out, in], as embedding tables and PyTorch's linear layers are. */
    public static Weight transposeOf(StoredTensor stored) {
        return read(stored, format -> transposeOf(stored, format));
    }

    private static Weight transposeOf(StoredTensor stored, Format format) {
        int outputs = Math.toIntExact(stored.shape()[0]);
        int inputs = Math.toIntExact(stored.shape()[1]);
        Weight weight = new Weight(inputs, outputs, format);
        weight.inParts(Math.ceilDiv(outputs, PANEL), (firstPanel, endPanel) -> {
            float[] block = new float[PANEL * inputs];
            for (int first = firstPanel * PANEL; first < Math.min(outputs, endPanel * PANEL); first += PANEL) {
                int count = Math.min(PANEL, outputs - first);
                stored.read((long) first * inputs, block, 0, count * inputs);
                weight.setColumns(first, block, 0);
            }
        });
        return weight;
    }

    private static Weight read(StoredTensor stored, Function<Format, Weight> reader) {
        Weight weight = reader.apply(format(stored));
        return weight.unfit ? reader.apply(Format.F32) : weight;
    }

    private static Format format(StoredTensor stored) {
        return switch (stored.dtype()) {
            case DType.F16 -> Format.F16;
            case DType.BF16 -> Format.BF16;
            default -> Format.F32;
        };
    }

    /** Does something from a first to before an end. */
    private interface PartTask {
        void run(int first, int end);
    }

    private void inParts(int count, PartTask task) {
        if ((long) inputs * outputs < PARTS_FROM) {
            task.run(0, count);
            return;
        }
        int parts = Math.min(PARTS, count);
        IntStream.range(0, parts).parallel().forEach(part -> task.run((int) ((long) count * part / parts),
                (int) ((long) count * (part + 1) / parts)));
    }

    private void setRow(int i, float[] source, int offset) {
        for (int first = 0; first < outputs; first += PANEL) {
            int count = Math.min(PANEL, outputs - first);
            int start = first * inputs + i * PANEL;
            if (format == Format.F32) {
                System.arraycopy(source, offset + first, panels, start, count);
            } else {
                for (int j = 0; j < count; j++) {
                    setHalf(start / 2, j, source[offset + first + j]);
                }
            }
        }
    }

    /** One panel's columns, of which the source has a row each. */
    private void setColumns(int first, float[] source, int offset) {
        int count = Math.min(PANEL, outputs - first);
        for (int tile = 0; tile < inputs; tile += TILE) {
            int end = Math.min(inputs, tile + TILE);
            for (int j = 0; j < count; j++) {
                int from = offset + j * inputs;
                int to = first * inputs;
                for (int i = tile; i < end; i++) {
                    if (format == Format.F32) {
                        panels[to + i * PANEL + j] = source[from + i];
                    } else {
                        setHalf((to + i * PANEL) / 2, j, source[from + i]);
                    }
                }
            }
        }
    }

    /** Sets a number that was 0. Its pair belongs to the same thread, for both are of one input and one panel. */
    private void setHalf(int start, int column, float number) {
        if (format == Format.F16 && !Float.isFinite(number)) {
            unfit = true;
        }
        int half = format == Format.F16 ? Float.floatToFloat16(number) : Float.floatToRawIntBits(number) >>> 16;
        pairs[start + column % APART] |= (half & 0xFFFF) << column / APART * 16; // widened when read, so nothing is rounded
    }

    /** How many numbers go in: the rows of the matrix. */
    public int inputs() {
        return inputs;
    }

    /** How many numbers come out: the columns of the matrix. */
    public int outputs() {
        return outputs;
    }

    /** The weight of input i in output j. */
    public float at(int i, int j) {
        int start = (j / PANEL * inputs + i) * PANEL;
        if (format == Format.F32) {
            return panels[start + j % PANEL];
        }
        int half = pairs[start / 2 + j % APART] >>> j % PANEL / APART * 16;
        return format == Format.F16 ? Float.float16ToFloat((short) half) : Float.intBitsToFloat(half << 16);
    }

    /** What input i contributes to every output: [out]. */
    public Tensor row(int i) {
        Objects.checkIndex(i, inputs);
        float[] row = new float[outputs];
        for (int j = 0; j < outputs; j++) {
            row[j] = at(i, j);
        }
        return Tensor.of(row, outputs);
    }

    /** The weights that make output j: [in]. */
    public Tensor column(int j) {
        return Tensor.of(columns(j).data(), inputs);
    }

    /** The weights of some outputs, a row for each: [n, in]. This is how an embedding table looks up its tokens. */
    public Tensor columns(int... wanted) {
        float[] rows = new float[wanted.length * inputs];
        for (int n = 0; n < wanted.length; n++) {
            int j = Objects.checkIndex(wanted[n], outputs);
            for (int i = 0; i < inputs; i++) {
                rows[n * inputs + i] = at(i, j);
            }
        }
        return Tensor.of(rows, wanted.length, inputs);
    }

    /** How the numbers are held. */
    public Format format() {
        return format;
    }

    /** Whether the numbers are held in 16 bits. */
    public boolean isHalf() {
        return format != Format.F32;
    }

    /** The panels of floats, one after the other, for the operations: read, never write. */
    public float[] panels() {
        return Objects.requireNonNull(panels, () -> label() + " holds its numbers as " + format);
    }

    /**
     * The panels of 16-bit numbers, one after the other, for the operations: read, never write. An input's 32 numbers are 16
     * ints: column j of the panel is in the lower half of int j, and column j + {@value #APART} in its upper half, so that the
     * lanes of a vector need not change places to become floats.
     */
    public int[] pairs() {
        return Objects.requireNonNull(pairs, () -> label() + " holds its numbers as " + format);
    }

    /** What to call this weight in a message: its shape. */
    public String label() {
        return "Weight [in=" + inputs + ", out=" + outputs + "]";
    }

    /** What a debugger unfolds below this weight: its rows, one for each input. */
    Object[] parts() {
        return TensorParts.first(inputs, outputs, i -> row(i).named("Weight[" + i + "]", List.of("out")));
    }

    /** Statistics and corner values in one line, row by row, without the shape. */
    public String summary() {
        return TensorPrinter.summary(Math.multiplyExact(inputs, outputs), n -> at(n / outputs, n % outputs));
    }

    /** Shape, format, statistics and corner values in one line: made for a debugger's variables pane. */
    @Override
    public String toString() {
        return label() + " " + format + " " + summary();
    }
}
