package org.vitrine.explain.arithmetic;

import java.util.List;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * The number in question, and where its inputs are read.
 *
 * <p>A tensor may be seen as a matrix with a row for each token: [T, d] is one, [H, T, e] is one with the heads side by
 * side (column h·e + k), and [d] is one row.
 */
record Target(Trace trace, TensorName name, List<Integer> index) {
    /** The number of another tensor at these places. */
    Input.Recorded read(TensorName other, Integer... places) {
        return recorded(other, List.of(places));
    }

    /** The number itself. */
    Input.Recorded itself() {
        return recorded(name, index);
    }

    private Input.Recorded recorded(TensorName other, List<Integer> places) {
        float value = trace.get(other).at(places.stream().mapToInt(Integer::intValue).toArray());
        return new Input.Recorded(other, places, value);
    }

    /** The number of another tensor, seen as a matrix. */
    Input.Recorded readMatrix(TensorName other, int row, int column) {
        Tensor tensor = trace.get(other);
        int width = tensor.dim(-1);
        return switch (tensor.shape().rank()) {
            case 1 -> read(other, column);
            case 2 -> read(other, row, column);
            default -> read(other, column / width, row, column % width);
        };
    }

    /** Where this number lies in its tensor, seen as a matrix. */
    int row() {
        return index.size() == 1 ? 0 : index.get(index.size() - 2);
    }

    /** Where this number lies in its tensor, seen as a matrix. */
    int column() {
        int last = index.getLast();
        return index.size() == 3 ? index.getFirst() * trace.get(name).dim(-1) + last : last;
    }

    /** A place on one of the axes. */
    int at(int axis) {
        return index.get(axis);
    }

    /** How this tensor's number is written in an equation: {@code q[h, t, k]}. */
    String left() {
        return switch (index.size()) {
            case 1 -> name.site() + "[j]";
            case 2 -> name.site() + "[t, j]";
            default -> name.site() + (name.site() == Site.SCORES || name.site() == Site.PATTERN ? "[h, t, s]"
                    : "[h, t, k]");
        };
    }

    /** How {@link #column} is written: {@code j}, or {@code h·e+k} with heads. */
    String columnLetter() {
        return index.size() == 3 ? "h·e+k" : "j";
    }

    /** How an input, seen as a matrix, is written; the stream that a part reads is its x. */
    String right(TensorName other, String column) {
        String word = other.site() == Site.RESID ? "x" : other.site().toString();
        return word + switch (trace.get(other).shape().rank()) {
            case 1 -> "[" + column + "]";
            case 2 -> "[" + (index.size() == 1 ? "0" : "t") + ", " + column + "]";
            default -> "[" + column + " div e, t, " + column + " mod e]";
        };
    }
}
