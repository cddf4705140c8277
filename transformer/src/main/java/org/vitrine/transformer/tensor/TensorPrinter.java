package org.vitrine.transformer.tensor;

import java.util.Locale;
import java.util.StringJoiner;

/** Prints numbers for people: all about them in one line, or the upper left corner of their grid in several. */
final class TensorPrinter {
    private static final int ROWS = 4;
    private static final int COLUMNS = 6;
    /** Numbers at the start of the line of values, before the last one. */
    private static final int FIRST = 3;
    /** A variables pane asks for this line at every step, so of a huge tensor only so many numbers are looked at. */
    private static final int MOST = 1 << 20;

    private TensorPrinter() {
    }

    /** Numbers in a row. */
    @FunctionalInterface
    interface Numbers {
        float at(int index);
    }

    /** A name and a shape: {@code decoder.0.attn.q [H=4, T=7, e=12]}. */
    static String heading(Tensor tensor) {
        StringJoiner text = new StringJoiner(", ", tensor.label() + " [", "]");
        for (int axis = 0; axis < tensor.shape().rank(); axis++) {
            text.add(
                    tensor.axes().isEmpty() ? "" + tensor.dim(axis) : tensor.axes().get(axis) + "=" + tensor.dim(axis));
        }
        return text.toString();
    }

    /**
     * Statistics, the first values and the last: {@code min -1.250 max 3.000 mean 0.2500 (0.5000 1.000 -1.250 … 3.000)}. What is
     * not finite, such as masked scores, is counted apart.
     */
    static String summary(int size, Numbers numbers) {
        if (size == 0) {
            return "(empty)";
        }
        StringJoiner values = new StringJoiner(" ", " (", ")");
        for (int i = 0; i < Math.min(FIRST, size - 1); i++) {
            values.add(shown(numbers.at(i)));
        }
        if (size > FIRST + 1) {
            values.add("…");
        }
        return statistics(size, numbers) + values.add(shown(numbers.at(size - 1)));
    }

    private static String statistics(int size, Numbers numbers) {
        int seen = Math.min(size, MOST);
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        double sum = 0;
        int finite = 0;
        for (int i = 0; i < seen; i++) {
            float value = numbers.at(i);
            if (Float.isFinite(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                sum += value;
                finite++;
            }
        }
        String text = finite == 0 ? "" : "min " + shown(min) + " max " + shown(max) + " mean " + shown(sum / finite);
        if (finite < seen) {
            text += (finite == 0 ? "" : ", ") + (seen - finite) + " not finite";
        }
        return seen < size ? text + ", of the first " + seen : text;
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /** A heading, and below it the first rows and columns. */
    static String corner(Tensor tensor) {
        StringBuilder text = new StringBuilder(heading(tensor));
        int columns = tensor.shape().rank() == 0 ? 1 : tensor.dim(-1);
        int rows = columns == 0 ? 0 : tensor.size() / columns;
        for (int row = 0; row < Math.min(rows, ROWS); row++) {
            StringJoiner line = new StringJoiner(" ", "\n  ", columns > COLUMNS ? " …" : "");
            for (int column = 0; column < Math.min(columns, COLUMNS); column++) {
                line.add(String.format(Locale.ROOT, "%9.4f", tensor.data()[row * columns + column]));
            }
            text.append(line);
        }
        return rows > ROWS ? text.append("\n  …").toString() : text.toString();
    }
}
