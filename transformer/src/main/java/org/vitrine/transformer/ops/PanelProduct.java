package org.vitrine.transformer.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.vitrine.transformer.tensor.Weight;

/**
 * a·W + b, panel by panel of 32 outputs: the one product that all of {@link VectorOps} rests on.
 *
 * <p>Lanes run across outputs, so every output is summed in the order of {@link ScalarOps}, one fused multiply-add
 * after the other, and has the same bits. {@link #vector} keeps six rows and two vectors of sums in registers, or four;
 * for so few rows that memory sets the pace, it reads two panels side by side; {@link #plain} gives small products
 * without waiting for the compiler to learn the vector code.
 */
final class PanelProduct {
    /** Two vectors lie side by side in a panel, so on a machine with longer ones 512 bits are used. */
    static final VectorSpecies<Float> SPECIES = 2 * FloatVector.SPECIES_PREFERRED.length() <= Weight.PANEL
            ? FloatVector.SPECIES_PREFERRED
            : FloatVector.SPECIES_512;
    private static final int LANES = SPECIES.length();
    private static final int PANEL = Weight.PANEL;
    /** Rows whose sums are held in registers together: 6 × 2 sums, 2 weights and 1 input fit into 16 registers. */
    private static final int ROWS = 6;
    /** Where six together would make some rows twice. */
    private static final int FEWER_ROWS = 4;

    private final float[] a;
    private final int aStart;
    private final int rows;
    private final int depth;
    private final int columns;
    private final Weight weight;
    private final float[] bias;
    private final float[] y;
    private final int yStart;

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
    }

    /** Some rows in the middle of an array. */
    record Rows(float[] data, int start, int count) {
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

    /** Tasks for {@link #vector}: a panel each, or two. */
    int vectorTasks() {
        return rows < FEWER_ROWS ? Math.ceilDiv(panelCount(), 2) : panelCount();
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
        } else if (weight.isHalf()) {
            streamHalf(2 * task);
            streamHalf(2 * task + 1);
        } else {
            stream(2 * task);
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
                sixRows(x, panels, start + j, sums, j);
            } else {
                fourRows(x, panels, start + j, sums, j);
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

    /** Six rows, the first at {@code x0}, times two vectors of columns; {@code w} and {@code j} are where the columns start. */
    private void sixRows(int x0, float[] panels, int w, float[] sums, int j) {
        int x1 = x0 + depth;
        int x2 = x1 + depth;
        int x3 = x2 + depth;
        int x4 = x3 + depth;
        int x5 = x4 + depth;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero, s4 = zero, s5 = zero;
        FloatVector r0 = zero, r1 = zero, r2 = zero, r3 = zero, r4 = zero, r5 = zero;
        for (int k = 0; k < depth; k++, w += PANEL) {
            FloatVector left = FloatVector.fromArray(SPECIES, panels, w);
            FloatVector right = FloatVector.fromArray(SPECIES, panels, w + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[x0 + k]);
            s0 = left.fma(x, s0);
            r0 = right.fma(x, r0);
            x = FloatVector.broadcast(SPECIES, a[x1 + k]);
            s1 = left.fma(x, s1);
            r1 = right.fma(x, r1);
            x = FloatVector.broadcast(SPECIES, a[x2 + k]);
            s2 = left.fma(x, s2);
            r2 = right.fma(x, r2);
            x = FloatVector.broadcast(SPECIES, a[x3 + k]);
            s3 = left.fma(x, s3);
            r3 = right.fma(x, r3);
            x = FloatVector.broadcast(SPECIES, a[x4 + k]);
            s4 = left.fma(x, s4);
            r4 = right.fma(x, r4);
            x = FloatVector.broadcast(SPECIES, a[x5 + k]);
            s5 = left.fma(x, s5);
            r5 = right.fma(x, r5);
        }
        store(s0, r0, sums, j);
        store(s1, r1, sums, j + PANEL);
        store(s2, r2, sums, j + 2 * PANEL);
        store(s3, r3, sums, j + 3 * PANEL);
        store(s4, r4, sums, j + 4 * PANEL);
        store(s5, r5, sums, j + 5 * PANEL);
    }

    /** The same for four rows. */
    private void fourRows(int x0, float[] panels, int w, float[] sums, int j) {
        int x1 = x0 + depth;
        int x2 = x1 + depth;
        int x3 = x2 + depth;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
        FloatVector r0 = zero, r1 = zero, r2 = zero, r3 = zero;
        for (int k = 0; k < depth; k++, w += PANEL) {
            FloatVector left = FloatVector.fromArray(SPECIES, panels, w);
            FloatVector right = FloatVector.fromArray(SPECIES, panels, w + LANES);
            FloatVector x = FloatVector.broadcast(SPECIES, a[x0 + k]);
            s0 = left.fma(x, s0);
            r0 = right.fma(x, r0);
            x = FloatVector.broadcast(SPECIES, a[x1 + k]);
            s1 = left.fma(x, s1);
            r1 = right.fma(x, r1);
            x = FloatVector.broadcast(SPECIES, a[x2 + k]);
            s2 = left.fma(x, s2);
            r2 = right.fma(x, r2);
            x = FloatVector.broadcast(SPECIES, a[x3 + k]);
            s3 = left.fma(x, s3);
            r3 = right.fma(x, r3);
        }
        store(s0, r0, sums, j);
        store(s1, r1, sums, j + PANEL);
        store(s2, r2, sums, j + 2 * PANEL);
        store(s3, r3, sums, j + 3 * PANEL);
    }

    /** Two panels, or the last one, row by row: more than one stream of memory is read at a time. */
    private void stream(int panel) {
        float[] sums = new float[2 * PANEL];
        boolean two = panel + 1 < panelCount();
        for (int row = 0; row < rows; row++) {
            int x = aStart + row * depth;
            int w = panel * PANEL * depth;
            Arrays.fill(sums, 0);
            for (int j = 0; j < PANEL; j += 2 * LANES) {
                if (two) {
                    twoPanels(x, w + j, sums, j);
                } else {
                    oneRow(x, depth, weight.panels(), w + j, sums, j);
                }
            }
            write(sums, 0, row, panel);
            if (two) {
                write(sums, PANEL, row, panel + 1);
            }
        }
    }

    /** A panel of 16-bit numbers, row by row: some inputs' weights are widened at a time and stay in the nearest cache. */
    private void streamHalf(int panel) {
        if (panel >= panelCount()) {
            return;
        }
        float[] sums = new float[rows * PANEL];
        for (int k = 0; k < depth; k += WidePanel.CHUNK) {
            int inputs = Math.min(WidePanel.CHUNK, depth - k);
            float[] wide = WidePanel.chunk(weight, (panel * depth + k) * PANEL, inputs);
            for (int row = 0; row < rows; row++) {
                for (int j = 0; j < PANEL; j += 2 * LANES) {
                    oneRow(aStart + row * depth + k, inputs, wide, j, sums, row * PANEL + j);
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            write(sums, row * PANEL, row, panel);
        }
    }

    /** One row times two vectors of columns, from the sums so far. */
    private void oneRow(int x0, int inputs, float[] panels, int w, float[] sums, int j) {
        FloatVector s = FloatVector.fromArray(SPECIES, sums, j);
        FloatVector r = FloatVector.fromArray(SPECIES, sums, j + LANES);
        for (int k = 0; k < inputs; k++, w += PANEL) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[x0 + k]);
            s = FloatVector.fromArray(SPECIES, panels, w).fma(x, s);
            r = FloatVector.fromArray(SPECIES, panels, w + LANES).fma(x, r);
        }
        store(s, r, sums, j);
    }

    /** One row times two vectors of columns in each of two panels. */
    private void twoPanels(int x0, int w, float[] sums, int j) {
        float[] panels = weight.panels();
        int v = w + PANEL * depth;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s = zero, r = zero, t = zero, u = zero;
        for (int k = 0; k < depth; k++, w += PANEL, v += PANEL) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[x0 + k]);
            s = FloatVector.fromArray(SPECIES, panels, w).fma(x, s);
            r = FloatVector.fromArray(SPECIES, panels, w + LANES).fma(x, r);
            t = FloatVector.fromArray(SPECIES, panels, v).fma(x, t);
            u = FloatVector.fromArray(SPECIES, panels, v + LANES).fma(x, u);
        }
        store(s, r, sums, j);
        store(t, u, sums, j + PANEL);
    }

    private static void store(FloatVector left, FloatVector right, float[] sums, int at) {
        left.intoArray(sums, at);
        right.intoArray(sums, at + LANES);
    }

    /** Adds the bias to 32 sums and writes them. */
    private void writeWhole(float[] sums, int from, int row, int panel) {
        int out = yStart + row * columns + panel * PANEL;
        if (bias == null) {
            System.arraycopy(sums, from, y, out, PANEL);
            return;
        }
        for (int j = 0; j < PANEL; j += LANES) {
            FloatVector.fromArray(SPECIES, sums, from + j)
                    .add(FloatVector.fromArray(SPECIES, bias, panel * PANEL + j)).intoArray(y, out + j);
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
