package org.vitrine.transformer.tensor;

import java.util.Locale;
import java.util.StringJoiner;

/** Prints a tensor in a few short lines: {@code decoder.0.attn.q [H=4, T=7, e=12] min … max … mean …} and a corner. */
final class TensorPrinter {
    private static final int ROWS = 4;
    private static final int COLUMNS = 6;

    private TensorPrinter() {
    }

    static String print(Tensor tensor) {
        StringBuilder text = new StringBuilder(tensor.label()).append(' ').append(shape(tensor));
        if (tensor.size() == 0) {
            return text.append(" (empty)").toString();
        }
        text.append(' ').append(statistics(tensor.data()));
        int columns = tensor.shape().rank() == 0 ? 1 : tensor.dim(-1);
        int rows = tensor.size() / columns;
        for (int row = 0; row < Math.min(rows, ROWS); row++) {
            StringJoiner line = new StringJoiner(" ", "\n  ", columns > COLUMNS ? " …" : "");
            for (int column = 0; column < Math.min(columns, COLUMNS); column++) {
                line.add(String.format(Locale.ROOT, "%9.4f", tensor.data()[row * columns + column]));
            }
            text.append(line);
        }
        return rows > ROWS ? text.append("\n  …").toString() : text.toString();
    }

    private static String shape(Tensor tensor) {
        StringJoiner text = new StringJoiner(", ", "[", "]");
        for (int axis = 0; axis < tensor.shape().rank(); axis++) {
            text.add(
                    tensor.axes().isEmpty() ? "" + tensor.dim(axis) : tensor.axes().get(axis) + "=" + tensor.dim(axis));
        }
        return text.toString();
    }

    private static String statistics(float[] data) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        double sum = 0;
        for (float value : data) {
            min = Math.min(min, value);
            max = Math.max(max, value);
            sum += value;
        }
        return String.format(Locale.ROOT, "min %.4g  max %.4g  mean %.4g", min, max, sum / data.length);
    }
}
