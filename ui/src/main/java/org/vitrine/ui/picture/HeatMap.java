package org.vitrine.ui.picture;

import java.util.List;
import org.vitrine.explain.tensors.TensorSlice;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.picture.spot.CellSpot;

/**
 * A slice of a tensor, as a heat map shows it.
 *
 * @param name of the tensor
 * @param axes of the tensor, outermost first
 * @param slice which of its numbers are shown
 * @param matrix these numbers [rows, columns]
 * @param max what is as strong as can be, and so is whatever is farther from 0
 * @param difference whether the numbers are what an intervention changed
 */
public record HeatMap(TensorName name, List<TensorAxis> axes, TensorSlice slice, Tensor matrix, double max,
        boolean difference) {
    private static final TensorAxis ONE_ROW = TensorAxis.plain("", 1);

    public HeatMap {
        axes = List.copyOf(axes);
    }

    /** What the rows are; a vector is a single row. */
    public TensorAxis rows() {
        int axis = slice.rowAxis(axes.size());
        return axis == TensorSlice.NONE ? ONE_ROW : axes.get(axis);
    }

    /** What the columns are. */
    public TensorAxis columns() {
        return axes.get(slice.columnAxis(axes.size()));
    }

    /** A number's place in the tensor. */
    public CellSpot cell(int row, int column) {
        return new CellSpot(name, slice.place(axes.size(), row, column));
    }

    /** A number's place in the matrix, row and column; empty if the slice does not hold it. */
    public List<Integer> find(Spot spot) {
        if (!(spot instanceof CellSpot cell) || !cell.name().equals(name) || cell.index().size() != axes.size()
                || !slice.holds(cell.index())) {
            return List.of();
        }
        int row = axes.size() == 1 ? 0 : cell.index().get(slice.rowAxis(axes.size()));
        int column = cell.index().get(slice.columnAxis(axes.size()));
        return row < matrix.dim(0) && column < matrix.dim(1) ? List.of(row, column) : List.of();
    }

    /** What is shown, in words: {@code decoder.3.attn.pattern, head 2}. */
    public String words() {
        return name + (slice.axis() == TensorSlice.NONE ? ""
                : ", " + axes.get(slice.axis()).place(slice.index()))
                + (difference ? ", after − before" : "");
    }

    /** What rows and columns are, in words. */
    public String axisWords() {
        String across = "columns: " + words(columns());
        return axes.size() == 1 ? across : "rows: " + words(rows()) + " · " + across;
    }

    private static String words(TensorAxis axis) {
        return axis.words() + (axis.letter().isEmpty() ? "" : ", " + axis.letter()) + " = " + axis.size();
    }

    /** A number with all its digits, where it is, and what its places are. */
    String hint(int row, int column) {
        CellSpot cell = cell(row, column);
        StringBuilder hint = new StringBuilder(cell + " = " + value(matrix.at(row, column)));
        for (int axis = 0; axis < axes.size(); axis++) {
            hint.append('\n').append(axes.get(axis).place(cell.index().get(axis)));
        }
        return hint.toString();
    }

    private static String value(float number) {
        return number == Float.NEGATIVE_INFINITY ? "−∞ (masked)" : Float.toString(number).replace('-', '−');
    }
}
