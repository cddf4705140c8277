package org.vitrine.ui.desktop.canvas;

import java.util.Arrays;
import java.util.BitSet;
import org.vitrine.ui.drawing.Box;

/** Which of many numbered boxes lie at some height: the picture is cut into bands, and each knows what reaches into it. */
final class Bands {
    private static final int[] NOTHING = {};

    private final double height;
    private int[][] numbers = new int[0][];
    private int[] counts = {};

    /** @param height of a band, in points */
    Bands(double height) {
        this.height = height;
    }

    /** Adds a box; one that lies nowhere is not found. */
    void add(int number, Box box) {
        if (Double.isNaN(box.y()) || Double.isNaN(box.bottom())) {
            return;
        }
        for (int band = band(box.y()); band <= band(box.bottom()); band++) {
            grow(band);
            if (counts[band] == numbers[band].length) {
                numbers[band] = Arrays.copyOf(numbers[band], Math.max(4, 2 * counts[band]));
            }
            numbers[band][counts[band]++] = number;
        }
    }

    private void grow(int band) {
        int before = counts.length;
        if (band >= before) {
            int bands = Math.max(band + 1, 2 * before);
            counts = Arrays.copyOf(counts, bands);
            numbers = Arrays.copyOf(numbers, bands);
            Arrays.fill(numbers, before, bands, NOTHING);
        }
    }

    /** The last band is endless, so that a number gone wild takes no memory. */
    private int band(double y) {
        return (int) Math.clamp(y / height, 0, 1 << 16);
    }

    /** Those that may reach between two heights. */
    BitSet between(double top, double bottom) {
        BitSet found = new BitSet();
        for (int band = band(top); band <= Math.min(band(bottom), counts.length - 1); band++) {
            for (int i = 0; i < counts[band]; i++) {
                found.set(numbers[band][i]);
            }
        }
        return found;
    }

    /** Those that may reach to a height, in the order in which they were added. */
    int[] at(double y) {
        int band = band(y);
        return band < counts.length ? Arrays.copyOf(numbers[band], counts[band]) : NOTHING;
    }
}
