package org.vitrine.transformer.ops;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.tensor.Weight;

/**
 * x·Wᵀ from the panels that {@link PanelProduct} reads for x·W, so that one copy of a matrix serves both ways: [T, out] →
 * [T, in].
 *
 * <p>Lanes run along a panel's columns, each keeping a running sum of its own, as {@link ScalarOps} defines it; so the bits are
 * the same. {@link #vector} keeps the sums of four rows and three inputs in registers; {@link #plain} gives small products
 * without waiting for the compiler to learn the vector code.
 */
final class BackwardProduct {
    private static final VectorSpecies<Float> SPECIES = PanelKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int PANEL = Weight.PANEL;
    private static final int SUMS = ScalarOps.SUMS;
    /** Rows and inputs whose sums are held in registers together: 4 × 3 sums, 3 weights and 1 number of x: 16 registers. */
    private static final int ROWS = 4;
    private static final int INPUTS = 3;
    /** Inputs that one thread takes at a time: a stripe. */
    private static final int STRIPE = 16 * INPUTS;

    private final float[] x;
    private final int rows;
    /** Rows of x as it is held: where there are fewer than are made together, zeros follow. */
    private final int heldRows;
    private final int inputs;
    private final int panelCount;
    private final float[] panels;
    private final float[] y;

    /** Writes the product into y. */
    BackwardProduct(Tensor x, Weight weight, float[] y) {
        this.rows = x.dim(0);
        this.heldRows = Math.max(rows, ROWS);
        this.inputs = weight.inputs();
        this.panelCount = Math.ceilDiv(weight.outputs(), PANEL);
        this.panels = WidePanel.whole(weight);
        this.x = inPanels(x);
        this.y = y;
    }

    /** The rows of x cut as the weight is: all rows' numbers for the first panel, then those for the next, zeros at the end. */
    private float[] inPanels(Tensor x) {
        int width = x.dim(1);
        float[] cut = new float[panelCount * heldRows * PANEL];
        for (int panel = 0; panel < panelCount; panel++) {
            int first = panel * PANEL;
            for (int row = 0; row < rows; row++) {
                System.arraycopy(x.data(), row * width + first, cut, (panel * heldRows + row) * PANEL,
                        Math.min(PANEL, width - first));
            }
        }
        return cut;
    }

    int stripeCount() {
        return Math.ceilDiv(inputs, STRIPE);
    }

    /** Multiply-adds in all. */
    long work() {
        return (long) panels.length * rows;
    }

    /** One stripe in plain loops, which the compiler may turn into vector code of its own. */
    void plain(int stripe) {
        float[] sums = new float[SUMS];
        for (int input = stripe * STRIPE; input < Math.min(inputs, (stripe + 1) * STRIPE); input++) {
            for (int row = 0; row < rows; row++) {
                Arrays.fill(sums, 0);
                for (int panel = 0; panel < panelCount; panel++) {
                    int w = (panel * inputs + input) * PANEL;
                    int v = (panel * heldRows + row) * PANEL;
                    for (int j = 0; j < PANEL; j++) {
                        sums[j % SUMS] = Math.fma(x[v + j], panels[w + j], sums[j % SUMS]);
                    }
                }
                y[row * inputs + input] = ScalarOps.sumByHalves(sums, 0);
            }
        }
    }

    /** One stripe with vectors, as often as it takes to cover a panel's columns. */
    void vector(int stripe) {
        if (inputs < INPUTS) {
            plain(stripe);
            return;
        }
        float[] sums = new float[ROWS * INPUTS * SUMS];
        for (int next = stripe * STRIPE; next < Math.min(inputs, (stripe + 1) * STRIPE); next += INPUTS) {
            int input = Math.min(next, inputs - INPUTS); // some of the last may be made twice
            for (int nextRow = 0; nextRow < rows; nextRow += ROWS) {
                int row = Math.min(nextRow, heldRows - ROWS);
                for (int j = 0; j < SUMS; j += LANES) {
                    block(row, input, j, sums);
                }
                write(sums, row, input);
            }
        }
    }

    /** Adds up what the lanes have summed and writes it, except for rows that are zeros beyond the last. */
    private void write(float[] sums, int row, int input) {
        for (int r = 0; r < Math.min(ROWS, rows - row); r++) {
            for (int i = 0; i < INPUTS; i++) {
                y[(row + r) * inputs + input + i] = ScalarOps.sumByHalves(sums, (r * INPUTS + i) * SUMS);
            }
        }
    }

    /** Four rows times three inputs, along those columns of each panel that go into the sums from j on. */
    private void block(int row, int input, int j, float[] sums) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector a0 = zero, a1 = zero, a2 = zero;
        FloatVector b0 = zero, b1 = zero, b2 = zero;
        FloatVector c0 = zero, c1 = zero, c2 = zero;
        FloatVector d0 = zero, d1 = zero, d2 = zero;
        for (int panel = 0; panel < panelCount; panel++) {
            int w = (panel * inputs + input) * PANEL + j;
            int v = (panel * heldRows + row) * PANEL + j;
            for (int half = 0; half < 2; half++, w += SUMS, v += SUMS) {
                FloatVector w0 = FloatVector.fromArray(SPECIES, panels, w);
                FloatVector w1 = FloatVector.fromArray(SPECIES, panels, w + PANEL);
                FloatVector w2 = FloatVector.fromArray(SPECIES, panels, w + 2 * PANEL);
                FloatVector r = FloatVector.fromArray(SPECIES, x, v);
                a0 = w0.fma(r, a0);
                a1 = w1.fma(r, a1);
                a2 = w2.fma(r, a2);
                r = FloatVector.fromArray(SPECIES, x, v + PANEL);
                b0 = w0.fma(r, b0);
                b1 = w1.fma(r, b1);
                b2 = w2.fma(r, b2);
                r = FloatVector.fromArray(SPECIES, x, v + 2 * PANEL);
                c0 = w0.fma(r, c0);
                c1 = w1.fma(r, c1);
                c2 = w2.fma(r, c2);
                r = FloatVector.fromArray(SPECIES, x, v + 3 * PANEL);
                d0 = w0.fma(r, d0);
                d1 = w1.fma(r, d1);
                d2 = w2.fma(r, d2);
            }
        }
        a0.intoArray(sums, j);
        a1.intoArray(sums, j + SUMS);
        a2.intoArray(sums, j + 2 * SUMS);
        b0.intoArray(sums, j + 3 * SUMS);
        b1.intoArray(sums, j + 4 * SUMS);
        b2.intoArray(sums, j + 5 * SUMS);
        c0.intoArray(sums, j + 6 * SUMS);
        c1.intoArray(sums, j + 7 * SUMS);
        c2.intoArray(sums, j + 8 * SUMS);
        d0.intoArray(sums, j + 9 * SUMS);
        d1.intoArray(sums, j + 10 * SUMS);
        d2.intoArray(sums, j + 11 * SUMS);
    }
}
