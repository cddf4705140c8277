package org.vitrine.bench.operations;

import java.util.Arrays;

/** Shapes as they are written after {@code -p shape=}: 128x768x3072. */
final class Shapes {
    private Shapes() {
    }

    /** The sizes of a shape with so many axes. */
    static int[] parse(String shape, int axes) {
        if (!shape.matches("[1-9]\\d{0,6}(x[1-9]\\d{0,6})*") || shape.split("x").length != axes) {
            throw new IllegalArgumentException("a shape here is " + axes + " sizes with an x between, for example "
                    + (axes == 2 ? "128x768" : "128x768x3072") + ", not " + shape);
        }
        return Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).toArray();
    }
}
