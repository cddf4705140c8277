package org.vitrine.ui.picture;

import java.util.stream.IntStream;
import org.vitrine.explain.tensors.StrongestNumbers;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;

/** Where everything of a heat map is: which numbers are seen, how large their cells are, and how many share one. */
public final class HeatMapLayout {
    private static final double NUMBER_WIDTH = 66;
    private static final double NUMBER_HEIGHT = 24;
    private static final double READABLE = 13;
    private static final double POINTED = 4;
    private static final double AREA = 7;
    private static final double MARGINS = 32;
    private static final double HEADER = 44;
    private static final double FOOT = 80;
    private static final int MOST_AREAS = 6000;
    private static final int MOST_LABELLED = 128;

    private final HeatMap map;
    private final Theme theme;
    private final int firstRow;
    private final int firstColumn;
    private final int rows;
    private final int columns;
    private final Box grid;
    private final Tensor window;

    /** The layout of a map in a theme. */
    public HeatMapLayout(HeatMap map, HeatMapView view, Theme theme) {
        this.map = map;
        this.theme = theme;
        double header = theme.length(HEADER);
        double left = labelWidth();
        double roomX = Math.max(theme.length(NUMBER_WIDTH), view.width() - left - MARGINS);
        double roomY = Math.max(theme.length(4 * NUMBER_HEIGHT), view.height() - header - theme.length(FOOT) - MARGINS);
        double cellX = theme.length(NUMBER_WIDTH);
        double cellY = theme.length(NUMBER_HEIGHT);
        int allRows = map.matrix().dim(0);
        int allColumns = map.matrix().dim(1);
        this.rows = view.numbers() ? Math.clamp((int) (roomY / cellY), 1, Math.max(1, allRows)) : allRows;
        this.columns = view.numbers() ? Math.clamp((int) (roomX / cellX), 1, Math.max(1, allColumns)) : allColumns;
        this.firstRow = Math.clamp(view.firstRow(), 0, allRows - rows);
        this.firstColumn = Math.clamp(view.firstColumn(), 0, allColumns - columns);
        double least = rows <= MOST_LABELLED ? theme.length(READABLE) : 1;
        this.grid = new Box(left, header, Math.min(roomX, columns * cellX),
                Math.max(rows * least, Math.min(roomY, rows * cellY)));
        this.window = window();
    }

    private Tensor window() {
        Tensor matrix = map.matrix();
        if (rows == matrix.dim(0) && columns == matrix.dim(1)) {
            return matrix;
        }
        float[] out = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(matrix.data(), (firstRow + row) * matrix.dim(1) + firstColumn, out, row * columns,
                    columns);
        }
        return Tensor.of(out, rows, columns);
    }

    private double labelWidth() {
        if (map.axes().size() == 1) {
            return 0;
        }
        int count = map.matrix().dim(0);
        double widest = IntStream.range(0, count).mapToObj(map.rows().token()).flatMap(each -> each.stream())
                .mapToDouble(token -> chip(token).width()).max().orElse(0);
        return position().width(Integer.toString(Math.max(0, count - 1))) + widest + theme.length(6);
    }

    TokenChip chip(String token) {
        return new TokenChip(token, letters().aligned(Align.LEFT));
    }

    /** Of tokens at the edges. */
    TextStyle letters() {
        return theme.small().coloured(theme.ink());
    }

    /** Of places at the edges. */
    TextStyle position() {
        return theme.small().aligned(Align.RIGHT);
    }

    /** Whether there is nothing to draw. */
    boolean empty() {
        return rows == 0 || columns == 0;
    }

    /** The first row that is seen. */
    public int firstRow() {
        return firstRow;
    }

    /** The first column that is seen. */
    public int firstColumn() {
        return firstColumn;
    }

    /** How many rows are seen. */
    public int rows() {
        return rows;
    }

    /** How many columns are seen. */
    public int columns() {
        return columns;
    }

    /** All cells. */
    Box grid() {
        return grid;
    }

    double cellWidth() {
        return grid.width() / columns;
    }

    double cellHeight() {
        return grid.height() / rows;
    }

    /** Where a number is drawn, by its place in the slice. */
    Box cell(int row, int column) {
        return new Box(grid.x() + (column - firstColumn) * cellWidth(), grid.y() + (row - firstRow) * cellHeight(),
                cellWidth(), cellHeight());
    }

    /** Whether there is room for every number in its cell. */
    boolean numbered() {
        return cellWidth() >= theme.length(0.8 * NUMBER_WIDTH) && cellHeight() >= theme.length(0.7 * NUMBER_HEIGHT);
    }

    /** The numbers that are drawn, one a cell, none narrower or lower than a point. */
    StrongestNumbers drawn() {
        return StrongestNumbers.of(window, Math.clamp((int) grid.height(), 1, rows),
                Math.clamp((int) grid.width(), 1, columns));
    }

    /** Whether every number can be pointed at by itself. */
    boolean exact() {
        return cellWidth() >= POINTED && cellHeight() >= POINTED && (long) rows * columns <= MOST_AREAS;
    }

    /** Whether a number of the slice is seen. */
    boolean sees(int row, int column) {
        return row >= firstRow && row < firstRow + rows && column >= firstColumn && column < firstColumn + columns;
    }

    /** The numbers that can be pointed at: all, if their cells are large enough and not too many. */
    StrongestNumbers pointed() {
        if (exact()) {
            return StrongestNumbers.of(window, rows, columns);
        }
        double down = Math.clamp(grid.height() / AREA, 1, rows);
        double across = Math.clamp(grid.width() / AREA, 1, columns);
        double fewer = Math.min(1, Math.sqrt(MOST_AREAS / (down * across)));
        return StrongestNumbers.of(window, Math.max(1, (int) (down * fewer)), Math.max(1, (int) (across * fewer)));
    }
}
