package org.vitrine.transformer.ops;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.vitrine.transformer.tensor.Weight;

/**
 * A weight's panels as floats: its own array where it holds floats, and otherwise a buffer of the calling thread into
 * which 16-bit numbers are widened. Each has exactly one float, so products have the bits that the widened weight would
 * give.
 */
final class WidePanel {
    /** Inputs whose weights, 32 each, are widened together where memory sets the pace: 8 KB, a part of the nearest cache. */
    static final int CHUNK = 64;

    private static final VectorSpecies<Float> SPECIES = PanelKernels.SPECIES;
    private static final VectorSpecies<Short> HALVES = VectorSpecies.of(short.class,
            VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));
    private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED.withShape(SPECIES.vectorShape());
    private static final int LANES = SPECIES.length();
    private static final ThreadLocal<float[]> BUFFER = ThreadLocal.withInitial(() -> new float[CHUNK * Weight.PANEL]);

    private WidePanel() {
    }

    /** The array that holds a panel, from {@link #start} on, until this thread asks for the next. */
    static float[] numbers(Weight weight, int panel) {
        int size = weight.inputs() * Weight.PANEL;
        return weight.isHalf() ? widened(weight, panel * size, size) : weight.panels();
    }

    /** Where a panel starts in the array. */
    static int start(Weight weight, int panel) {
        return weight.isHalf() ? 0 : panel * weight.inputs() * Weight.PANEL;
    }

    /** The weights of up to {@link #CHUNK} inputs, from a place in the panels on, at the start of an array. */
    static float[] chunk(Weight weight, int from, int inputs) {
        return widened(weight, from, inputs * Weight.PANEL);
    }

    /** All panels; of 16-bit numbers a copy. */
    static float[] whole(Weight weight) {
        return weight.isHalf() ? widened(weight, 0, weight.halves().length, new float[weight.halves().length])
                : weight.panels();
    }

    private static float[] widened(Weight weight, int from, int count) {
        if (BUFFER.get().length < count) {
            BUFFER.set(new float[count]);
        }
        float[] wide = BUFFER.get();
        return widened(weight, from, count, wide);
    }

    private static float[] widened(Weight weight, int from, int count, float[] wide) {
        switch (weight.format()) {
            case BF16 -> widenBfloat16(weight.halves(), from, wide, count);
            case F16 -> widenFloat16(weight.halves(), from, wide, count);
            default -> throw new IllegalArgumentException(weight + " is not held in 16 bits");
        }
        return wide;
    }

    /** The upper half of a float's bits. */
    private static void widenBfloat16(short[] halves, int from, float[] wide, int count) {
        for (int i = 0; i < count; i += LANES) {
            IntVector bits = (IntVector) ShortVector.fromArray(HALVES, halves, from + i)
                    .convertShape(VectorOperators.ZERO_EXTEND_S2I, BITS, 0);
            FloatVector floats = bits.lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
            floats.intoArray(wide, i);
        }
    }

    /** The compiler makes vector code of this loop; the Vector API has no such conversion. */
    private static void widenFloat16(short[] halves, int from, float[] wide, int count) {
        for (int i = 0; i < count; i++) {
            wide[i] = Float.float16ToFloat(halves[from + i]);
        }
    }
}
