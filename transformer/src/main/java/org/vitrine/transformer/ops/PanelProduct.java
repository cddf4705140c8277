package org.vitrine.transformer.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.vitrine.transformer.tensor.Weight;

/**
 * a·W + b, panel by panel of 32 outputs: the one product that all of {@link VectorOps} rests on.
 *
 * <p>Lanes run across outputs, so every output is summed in the order of {@link ScalarOps}, one fused multiply-add
 * after the other, and has the same bits. {@link #vector} makes six rows at a time, or four; for so few rows that memory
 * sets the pace, it reads four panels side by side; {@link #plain} gives small products without waiting for the compiler
 * to learn the vector code.
 */
final class PanelProduct {
    private static final VectorSpecies<Float> SPECIES = PanelKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int PANEL = Weight.PANEL;
    /** Rows that are made together. */
    private static final int ROWS = 6;
    /** Where six together would make some rows twice. */
    private static final int FEWER_ROWS = 4;
    /** Panels read side by side where there are fewer rows: one stream alone does not keep the memory busy. */
    private static final int STREAMS = 4;
    /** The same with weights of 16 bits. */
    private static final int HALF_STREAMS = 3;

    private final float[] a;
    private final int aStart;
    private final int rows;
    private final int depth;
    private final int columns;
    private final Weight weight;
    private final float[] bias;
    private final float[] y;
    private final int yStart;
    private final PanelKernels kernels;
    /** For a few rows times 16-bit weights; null for others, and where such an input is huge. */
    private final HalfPanels halves;
    private final int streams;
    private boolean sixesOnly;

    /** Rows of {@code a} from {@code aStart} times the weight, into {@code y} from {@code yStart}; bias may be null. */
    PanelProduct(Rows a, Weight weight, float[] bias, float[] y, int yStart) {
        this.a = a.data();
        this.aStart = a.start();
        this.rows = a.count();
        this.depth = weight.inputs();
        this.columns = weight.outputs();
        this.weight = weight;
        this.bias = bias;
        this.y = y;
        this.yStart = yStart;
        this.kernels = new PanelKernels(a.data(), weight.inputs());
        this.halves = weight.isHalf() && rows < FEWER_ROWS ? HalfPanels.of(a, weight) : null;
        this.streams = weight.isHalf() ? HALF_STREAMS : STREAMS;
    }

    /** Some rows in the middle of an array. */
    record Rows(float[] data, int start, int count) {
    }

    /** Makes more rows twice, but leaves the compiler one method to learn instead of two: for a program that is cold. */
    void inSixes() {
        sixesOnly = true;
    }

    int panelCount() {
        return Math.ceilDiv(columns, PANEL);
    }

    /** Multiply-adds in all. */
    long work() {
        return (long) rows * depth * columns;
    }

    /** One panel in plain loops, which the compiler may turn into vector code of its own. */
    void plain(int panel) {
        float[] panels = WidePanel.numbers(weight, panel);
        int start = WidePanel.start(weight, panel);
        float[] sums = new float[PANEL];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sums, 0);
            int w = start;
            for (int k = 0; k < depth; k++, w += PANEL) {
                float x = a[aStart + row * depth + k];
                for (int j = 0; j < PANEL; j++) {
                    sums[j] = Math.fma(x, panels[w + j], sums[j]);
                }
            }
            write(sums, 0, row, panel);
        }
    }

    /** Tasks for {@link #vector}: a panel each, or four. */
    int vectorTasks() {
        return rows < FEWER_ROWS ? Math.ceilDiv(panelCount(), streams) : panelCount();
    }

    /** One task with vectors. */
    void vector(int task) {
        if (rows >= FEWER_ROWS) {
            float[] panels = WidePanel.numbers(weight, task);
            int start = WidePanel.start(weight, task);
            float[] sums = new float[ROWS * PANEL];
            for (int row = 0; row < rows; row += block(row)) {
                rows(row, panels, start, sums);
                write(row, task, sums);
            }
        } else {
            stream(streams * task);
        }
    }

    /** All panels with vectors, a few rows at a time: for weights that fit into the processor's own cache. */
    void vectorByRows() {
        if (rows < FEWER_ROWS) {
            for (int task = 0; task < vectorTasks(); task++) {
                vector(task);
            }
            return;
        }
        float[] sums = new float[ROWS * PANEL];
        for (int row = 0; row < rows; row += block(row)) {
            for (int panel = 0; panel < panelCount(); panel++) {
                rows(row, weight.panels(), panel * PANEL * depth, sums);
                write(row, panel, sums);
            }
        }
    }

    /** How many rows to make together: sixes, and fours at the end so that few are made twice. */
    private int block(int row) {
        int left = rows - row;
        if (sixesOnly && rows >= ROWS) {
            return ROWS;
        }
        return left == 5 && rows > 5 || left == 6 || left > 8 ? ROWS : FEWER_ROWS;
    }

    /** The first of the rows that are made together: the last ones end with the matrix. */
    private int first(int row) {
        return Math.min(row, rows - block(row));
    }

    /** Sums of a block of rows: those of one row lie side by side. */
    private void rows(int row, float[] panels, int start, float[] sums) {
        int x = aStart + first(row) * depth;
        for (int j = 0; j < PANEL; j += 2 * LANES) {
            if (block(row) == ROWS) {
                kernels.sixRows(x, panels, start + j, sums, j);
            } else {
                kernels.fourRows(x, panels, start + j, sums, j);
            }
        }
    }

    private void write(int row, int panel, float[] sums) {
        boolean whole = (panel + 1) * PANEL <= columns;
        int first = first(row);
        for (int i = 0; i < block(row); i++) {
            if (whole) {
                writeWhole(sums, i * PANEL, first + i, panel);
            } else {
                write(sums, i * PANEL, first + i, panel);
            }
        }
    }

    /** Some panels, row by row. */
    private void stream(int panel) {
        int count = Math.min(streams, panelCount() - panel);
        if (weight.isHalf() && halves == null) {
            for (int i = 0; i < count; i++) {
                plain(panel + i);
            }
            return;
        }
        float[] sums = new float[streams * PANEL];
        for (int row = 0; row < rows; row++) {
            if (count == streams) {
                sideBySide(row, panel, sums);
            } else {
                for (int i = 0; i < count; i++) {
                    onePanel(row, panel + i, sums, i * PANEL);
                }
            }
            for (int i = 0; i < count; i++) {
                write(sums, i * PANEL, row, panel + i);
            }
        }
    }

    /** As many panels as are read side by side. */
    private void sideBySide(int row, int panel, float[] sums) {
        int w = panel * PANEL * depth;
        if (halves != null) {
            halves.threePanels(row * depth, w / 2, sums);
            return;
        }
        for (int j = 0; j < PANEL; j += 2 * LANES) {
            kernels.fourPanels(aStart + row * depth, weight.panels(), w + j, sums, j);
        }
    }

    private void onePanel(int row, int panel, float[] sums, int at) {
        int w = panel * PANEL * depth;
        if (halves != null) {
            halves.onePanel(row * depth, w / 2, sums, at);
            return;
        }
        for (int j = 0; j < PANEL; j += 2 * LANES) {
            kernels.oneRow(aStart + row * depth, weight.panels(), w + j, sums, at + j);
        }
    }

    /** Adds the bias to 32 sums and writes them. */
    private void writeWhole(float[] sums, int from, int row, int panel) {
        int out = yStart + row * columns + panel * PANEL;
        for (int j = 0; j < PANEL; j += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, sums, from + j);
            if (bias != null) {
                sum = sum.add(FloatVector.fromArray(SPECIES, bias, panel * PANEL + j));
            }
            sum.intoArray(y, out + j);
        }
    }

    /** The same for those of 32 sums that lie inside the matrix, in a plain loop. */
    private void write(float[] sums, int from, int row, int panel) {
        int first = panel * PANEL;
        int width = Math.min(PANEL, columns - first);
        int out = yStart + row * columns + first;
        for (int j = 0; j < width; j++) {
            y[out + j] = bias == null ? sums[from + j] : sums[from + j] + bias[first + j];
        }
    }
}
