package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.vitrine.transformer.tensor.Weight;

/**
 * Panels of 16-bit numbers, which become floats in registers: the bits are moved to where a float has them, and no number
 * is rounded. An int holds two numbers, 16 columns apart ({@link Weight#pairs}).
 *
 * <p>A bfloat16 is the upper half of a float. A binary16 has its sign, 5 bits of exponent and 10 of fraction; three places
 * further right these are a float, too, with an exponent too small by 112: so 2⁻¹¹² of the number, whether that is a normal
 * float or not. {@link #threePanels} makes up for it with inputs that are 2¹¹² as large: products, and so sums, have the same
 * bits.
 *
 * @param a the inputs, times {@link #scale}
 * @param depth how many inputs a sum has
 */
record HalfPanels(float[] a, int depth, Weight weight) {
    private static final VectorSpecies<Float> SPECIES = PanelKernels.SPECIES;
    private static final VectorSpecies<Integer> PAIRS = IntVector.SPECIES_PREFERRED.withShape(SPECIES.vectorShape());
    private static final int LANES = SPECIES.length();
    private static final int PANEL = Weight.PANEL;
    private static final int APART = Weight.APART;
    private static final int UPPER_HALF = 0xFFFF0000;
    private static final int SHIFT = 3;
    /** The sign, and what is left of exponent and fraction when an upper half was shifted. */
    private static final int SHIFTED = 0x8FFFE000;
    private static final float SCALE = 0x1p112f;

    /** For some rows of inputs, which start at 0 of {@link #a}; null where one of them is too large for this. */
    static HalfPanels of(PanelProduct.Rows rows, Weight weight) {
        int depth = weight.inputs();
        float scale = scale(weight);
        float[] scaled = new float[rows.count() * depth];
        for (int i = 0; i < scaled.length; i++) {
            float x = rows.data()[rows.start() + i];
            scaled[i] = x * scale;
            if (Float.isInfinite(scaled[i]) && Float.isFinite(x)) {
                return null;
            }
        }
        return new HalfPanels(scaled, depth, weight);
    }

    private static float scale(Weight weight) {
        return weight.format() == Weight.Format.F16 ? SCALE : 1;
    }

    private static int shift(Weight weight) {
        return weight.format() == Weight.Format.F16 ? SHIFT : 0;
    }

    private static int mask(Weight weight) {
        return weight.format() == Weight.Format.F16 ? SHIFTED : UPPER_HALF;
    }

    /** Writes some inputs of panels as floats: {@code count} numbers, from the one that is {@code from}th among floats. */
    static void widen(Weight weight, int from, float[] wide, int count) {
        int[] pairs = weight.pairs();
        int shift = shift(weight);
        IntVector mask = IntVector.broadcast(PAIRS, mask(weight));
        float scale = scale(weight);
        for (int i = 0; i < count; i += PANEL) {
            for (int j = 0; j < APART; j += LANES) {
                IntVector both = IntVector.fromArray(PAIRS, pairs, (from + i) / 2 + j);
                lower(both, shift, mask).mul(scale).intoArray(wide, i + j);
                upper(both, shift, mask).mul(scale).intoArray(wide, i + APART + j);
            }
        }
    }

    /**
     * One row and three panels, one behind the other; the sums of each are 32 further. Four would be as much as the
     * compiler takes into one method, and at times more.
     */
    void threePanels(int x0, int w0, float[] sums) {
        for (int j = 0; j < APART; j += LANES) {
            threePanels(x0, w0 + j, sums, j);
        }
    }

    private void threePanels(int x0, int w0, float[] sums, int j) {
        int[] pairs = weight.pairs();
        int shift = shift(weight);
        IntVector mask = IntVector.broadcast(PAIRS, mask(weight));
        int w1 = w0 + APART * depth;
        int w2 = w1 + APART * depth;
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector s0 = zero, s1 = zero, s2 = zero;
        FloatVector r0 = zero, r1 = zero, r2 = zero;
        for (int k = 0, w = 0; k < depth; k++, w += APART) {
            FloatVector x = FloatVector.broadcast(SPECIES, a[x0 + k]);
            IntVector both = IntVector.fromArray(PAIRS, pairs, w0 + w);
            s0 = lower(both, shift, mask).fma(x, s0);
            r0 = upper(both, shift, mask).fma(x, r0);
            both = IntVector.fromArray(PAIRS, pairs, w1 + w);
            s1 = lower(both, shift, mask).fma(x, s1);
            r1 = upper(both, shift, mask).fma(x, r1);
            both = IntVector.fromArray(PAIRS, pairs, w2 + w);
            s2 = lower(both, shift, mask).fma(x, s2);
            r2 = upper(both, shift, mask).fma(x, r2);
        }
        store(s0, r0, sums, j);
        store(s1, r1, sums, j + PANEL);
        store(s2, r2, sums, j + 2 * PANEL);
    }

    /** One row and one panel. */
    void onePanel(int x0, int w0, float[] sums, int at) {
        int[] pairs = weight.pairs();
        int shift = shift(weight);
        IntVector mask = IntVector.broadcast(PAIRS, mask(weight));
        for (int j = 0; j < APART; j += LANES) {
            FloatVector s = FloatVector.zero(SPECIES);
            FloatVector r = s;
            for (int k = 0, w = w0 + j; k < depth; k++, w += APART) {
                FloatVector x = FloatVector.broadcast(SPECIES, a[x0 + k]);
                IntVector both = IntVector.fromArray(PAIRS, pairs, w);
                s = lower(both, shift, mask).fma(x, s);
                r = upper(both, shift, mask).fma(x, r);
            }
            store(s, r, sums, at + j);
        }
    }

    /** The numbers in the lower halves of ints. */
    private static FloatVector lower(IntVector both, int shift, IntVector mask) {
        return both.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, shift).and(mask)
                .reinterpretAsFloats();
    }

    /** The numbers in the upper halves of ints. */
    private static FloatVector upper(IntVector both, int shift, IntVector mask) {
        return both.lanewise(VectorOperators.ASHR, shift).and(mask).reinterpretAsFloats();
    }

    private static void store(FloatVector left, FloatVector right, float[] sums, int at) {
        left.intoArray(sums, at);
        right.intoArray(sums, at + APART);
    }
}
