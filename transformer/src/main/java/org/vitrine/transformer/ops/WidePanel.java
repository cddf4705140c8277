package org.vitrine.transformer.ops;

import org.vitrine.transformer.tensor.Weight;

/**
 * A weight's panels as floats: its own array where it holds floats, and otherwise a buffer of the calling thread into
 * which 16-bit numbers are widened. Each has exactly one float, so products have the bits that the widened weight would
 * give.
 */
final class WidePanel {
    private static final ThreadLocal<float[]> BUFFER = ThreadLocal.withInitial(() -> new float[0]);

    private WidePanel() {
    }

    /** The array that holds a panel, from {@link #start} on, until this thread asks for the next. */
    static float[] numbers(Weight weight, int panel) {
        if (!weight.isHalf()) {
            return weight.panels();
        }
        int size = weight.inputs() * Weight.PANEL;
        if (BUFFER.get().length < size) {
            BUFFER.set(new float[size]);
        }
        HalfPanels.widen(weight, panel * size, BUFFER.get(), size);
        return BUFFER.get();
    }

    /** Where a panel starts in the array. */
    static int start(Weight weight, int panel) {
        return weight.isHalf() ? 0 : panel * weight.inputs() * Weight.PANEL;
    }

    /** All panels; of 16-bit numbers a copy. */
    static float[] whole(Weight weight) {
        if (!weight.isHalf()) {
            return weight.panels();
        }
        float[] wide = new float[2 * weight.pairs().length];
        HalfPanels.widen(weight, 0, wide, wide.length);
        return wide;
    }
}
