package org.vitrine.transformer.tensor;

import java.util.Objects;
import org.vitrine.weights.StoredTensor;

/**
 * A trained matrix [in, out]: column j holds the weights that make output j from all inputs.
 *
 * <p>Held once, in panels of {@value #PANEL} columns: panel p keeps columns 32p to 32p+31, input by input, so that a
 * product reads memory in one straight stream, 32 outputs at a time. The last panel is filled up with zeros. Nobody
 * but the operations needs to know: {@link #at}, {@link #row} and {@link #column} show the matrix as the paper has it.
 */
public final class Weight {
    /** Columns in a panel. */
    public static final int PANEL = 32;

    private final int inputs;
    private final int outputs;
    private final float[] panels;

    private Weight(int inputs, int outputs) {
        long size = (long) inputs * Math.ceilDiv(outputs, PANEL) * PANEL;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a weight of [" + inputs + ", " + outputs + "] is too large for one array");
        }
        this.inputs = inputs;
        this.outputs = outputs;
        this.panels = new float[(int) size];
    }

    /** The weight that a [in, out] tensor shows. */
    public static Weight of(Tensor matrix) {
        Weight weight = new Weight(matrix.dim(0), matrix.dim(1));
        for (int i = 0; i < weight.inputs; i++) {
            weight.setRow(i, matrix.data(), i * weight.outputs);
        }
        return weight;
    }

    /** The weight whose column j is row j of a [out, in] tensor. */
    public static Weight transposeOf(Tensor matrix) {
        Weight weight = new Weight(matrix.dim(1), matrix.dim(0));
        for (int j = 0; j < weight.outputs; j++) {
            weight.setColumn(j, matrix.data(), j * weight.inputs);
        }
        return weight;
    }

    /** Columns {@code from} (inclusive) to {@code to} (exclusive) of a matrix stored as [in, out]. */
    public static Weight columnsOf(StoredTensor stored, int from, int to) {
        int inputs = Math.toIntExact(stored.shape()[0]);
        long columns = stored.shape()[1];
        Weight weight = new Weight(inputs, to - from);
        float[] row = new float[to - from];
        for (int i = 0; i < inputs; i++) {
            stored.read(i * columns + from, row, 0, row.length);
            weight.setRow(i, row, 0);
        }
        return weight;
    }

    /** A matrix stored the other way round, [out, in], as embedding tables and PyTorch's linear layers are. */
    public static Weight transposeOf(StoredTensor stored) {
        int outputs = Math.toIntExact(stored.shape()[0]);
        int inputs = Math.toIntExact(stored.shape()[1]);
        Weight weight = new Weight(inputs, outputs);
        float[] block = new float[PANEL * inputs];
        for (int first = 0; first < outputs; first += PANEL) {
            int count = Math.min(PANEL, outputs - first);
            stored.read((long) first * inputs, block, 0, count * inputs);
            for (int j = 0; j < count; j++) {
                weight.setColumn(first + j, block, j * inputs);
            }
        }
        return weight;
    }

    private void setRow(int i, float[] source, int offset) {
        for (int first = 0; first < outputs; first += PANEL) {
            int count = Math.min(PANEL, outputs - first);
            System.arraycopy(source, offset + first, panels, first * inputs + i * PANEL, count);
        }
    }

    private void setColumn(int j, float[] source, int offset) {
        int start = j / PANEL * PANEL * inputs + j % PANEL;
        for (int i = 0; i < inputs; i++) {
            panels[start + i * PANEL] = source[offset + i];
        }
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
        return panels[(j / PANEL * inputs + i) * PANEL + j % PANEL];
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

    /** The panels, one after the other, for the operations: read, never write. */
    public float[] panels() {
        return panels;
    }

    @Override
    public String toString() {
        return "Weight [in=" + inputs + ", out=" + outputs + "]";
    }
}
