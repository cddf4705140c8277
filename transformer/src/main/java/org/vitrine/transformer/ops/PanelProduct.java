package org.vitrine.transformer.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.vitrine.transformer.tensor.Weight;

/**
 * a·W + b, panel by panel of 32 outputs: the one product that all of {@link VectorOps} rests on.
 *
 * <p>Lanes run across outputs, so every output is summed in the order of {@link ScalarOps}, one fused multiply-add
 * after the other, and has the same bits. {@link #vector} keeps six rows and two vectors of sums in registers, or four; {@link
 * #plain} gives small products without waiting for the compiler to learn the vector code.
 */
final class PanelProduct {
    /** Two vectors lie side by side in a panel, so on a machine with longer ones 512 bits are used. */
    static final VectorSpecies<Float> SPECIES = 2 * FloatVector.SPECIES_PREFERRED.length() <= Weight.PANEL
            ? FloatVector.SPECIES_PREFERRED
            : FloatVector.SPECIES_512;
    private static final int LANES = SPECIES.length();
    /** Rows whose sums are held in registers together: 6 × 2 sums, 2 weights and 1 input fit into 16 registers. */
    private static final int ROWS = 6;
    /** Where six together would make too many rows twice. */
    private static final int FEWER_ROWS = 4;

    private final float[] a;
    private final int aStart;
    private final int rows;
    private final int depth;
    private final int columns;
    private final float[] panels;
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
        this.panels = weight.panels();
        this.bias = bias;
        this.y = y;
        this.yStart = yStart;
    }

    /** Some rows in the middle of an array. */
    record Rows(float[] data, int start, int count) {
    }

    int panelCount() {
        return Math.ceilDiv(columns, Weight.PANEL);
    }

    /** Multiply-adds in all. */
    long work() {
        return (long) rows * depth * columns;
    }

    /** One panel in plain loops, which the compiler may turn into vector code of its own. */
    void plain(int panel) {
        float[] sums = new float[Weight.PANEL];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sums, 0);
            int w = panel * Weight.PANEL * depth;
            for (int k = 0; k < depth; k++, w += Weight.PANEL) {
                float x = a[aStart + row * depth + k];
                for (int j = 0; j < Weight.PANEL; j++) {
                    sums[j] = Math.fma(x, panels[w + j], sums[j]);
                }
            }
            write(sums, 0, row, panel);
        }
    }

    /** One panel with vectors: two of them side by side, as often as it takes to cover 32 columns. */
    void vector(int panel) {
        float[] sums = new float[ROWS * Weight.PANEL];
        int start = panel * Weight.PANEL * depth;
        int block = block();
        for (int next = 0; next < rows; next += block) {
            int row = Math.min(next, rows - block); // some of the last may be made twice: quicker than one by one
            for (int j = 0; j < Weight.PANEL; j += 2 * LANES) {
                if (block == ROWS) {
                    sixRows(row, start + j, sums, j);
                } else if (block == FEWER_ROWS) {
                    fourRows(row, start + j, sums, j);
                } else {
                    oneRow(row, start + j, sums, j);
                }
            }
            for (int i = 0; i < block; i++) {
                write(sums, i * Weight.PANEL, row + i, panel);
            }
        }
    }

    /** How many rows to make together. */
    private int block() {
        if (rows < FEWER_ROWS) {
            return 1;
        }
        return rows <= 2 * FEWER_ROWS && rows != ROWS ? FEWER_ROWS : ROWS;
    }

    /** Six rows times two vectors of columns; {@code w} and {@code j} are where the columns start. */
    private void sixRows(int row, int w, float[] sums, int j) {
        int x0 = aStart + row * depth;
        int x1 = x0 + depth;
        int x2 = x1 + depth;
        int x3 = x2 + depth;
        int x4 = x3 + depth;
        int x5 = x4 + depth;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero, s4 = zero, s5 = zero;
        FloatVector r0 = zero, r1 = zero, r2 = zero, r3 = zero, r4 = zero, r5 = zero;
        for (int k = 0; k < depth; k++, w += Weight.PANEL) {
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
        store(s1, r1, sums, j + Weight.PANEL);
        store(s2, r2, sums, j + 2 * Weight.PANEL);
        store(s3, r3, sums, j + 3 * Weight.PANEL);
        store(s4, r4, sums, j + 4 * Weight.PANEL);
        store(s5, r5, sums, j + 5 * Weight.PANEL);
    }

    /** The same for four rows. */
    private void fourRows(int row, int w, float[] sums, int j) {
        int x0 = aStart + row * depth;
        int x1 = x0 + depth;
        int x2 = x1 + depth;
        int x3 = x2 + depth;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s0 = zero, s1 = zero, s2 = zero, s3 = zero;
        FloatVector r0 = zero, r1 = zero, r2 = zero, r3 = zero;
        for (int k = 0; k < depth; k++, w += Weight.PANEL) {
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
        store(s1, r1, sums, j + Weight.PANEL);
        store(s2, r2, sums, j + 2 * Weight.PANEL);
        store(s3, r3, sums, j + 3 * Weight.PANEL);
    }

    private void oneRow(int row, int w, float[] sums, int j) {
        int x0 = aStart + row * depth;
        FloatVector s = FloatVector.zero(SPECIES);
        FloatVector r = FloatVector.zero(SPECIES);
        for (int k = 0; k < depth; k++, w += Weight.PANEL) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[x0 + k]);
            s = FloatVector.fromArray(SPECIES, panels, w).fma(x, s);
            r = FloatVector.fromArray(SPECIES, panels, w + LANES).fma(x, r);
        }
        store(s, r, sums, j);
    }

    private static void store(FloatVector left, FloatVector right, float[] sums, int at) {
        left.intoArray(sums, at);
        right.intoArray(sums, at + LANES);
    }

    /** Adds the bias to 32 sums and writes those of them that lie inside the matrix. */
    private void write(float[] sums, int from, int row, int panel) {
        int first = panel * Weight.PANEL;
        int width = Math.min(Weight.PANEL, columns - first);
        int out = yStart + row * columns + first;
        for (int j = 0; j < width; j++) {
            y[out + j] = bias == null ? sums[from + j] : sums[from + j] + bias[first + j];
        }
    }
}
