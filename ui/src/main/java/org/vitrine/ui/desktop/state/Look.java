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

    public Look {
        if (!(fontScale >= SMALLEST && fontScale <= LARGEST)) {
            throw new IllegalArgumentException(
                    "letters are scaled " + SMALLEST + " to " + LARGEST + " times, not " + fontScale);
        }
    }

    /** The look of pictures. */
    public Theme theme() {
        return (dark ? Theme.DARK : Theme.LIGHT).scaled(fontScale);
    }
}
