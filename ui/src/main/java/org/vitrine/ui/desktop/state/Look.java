package org.vitrine.ui.desktop.state;

import org.vitrine.ui.drawing.Theme;

/**
 * How the window looks.
 *
 * @param dark whether light letters stand on a dark ground
 * @param fontScale of letters and pictures: 1 on a desk, more in a lecture hall
 */
public record Look(boolean dark, double fontScale) {
    /** The smallest scale. */
    public static final double SMALLEST = 0.5;
    /** The largest scale. */
    public static final double LARGEST = 4;
    /** What people step through. */
    private static final double[] STEPS = {SMALLEST, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, LARGEST};

    public Look {
        if (!(fontScale >= SMALLEST && fontScale <= LARGEST)) {
            throw new IllegalArgumentException(
                    "letters are scaled " + SMALLEST + " to " + LARGEST + " times, not " + fontScale);
        }
    }

    /** The same in the dark, or in the light. */
    public Look inverted() {
        return new Look(!dark, fontScale);
    }

    /** The same with the next larger letters, or the next smaller ones; at the ends the same. */
    public Look scaled(boolean larger) {
        double found = larger ? LARGEST : SMALLEST;
        for (double step : STEPS) {
            if (larger ? step > fontScale && step < found : step < fontScale && step > found) {
                found = step;
            }
        }
        return new Look(dark, found);
    }

    /** The look of pictures. */
    public Theme theme() {
        return (dark ? Theme.DARK : Theme.LIGHT).scaled(fontScale);
    }
}
