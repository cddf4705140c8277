package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.explain.tensors.TensorSlice;
import org.vitrine.explain.tensors.TensorStatistics;
import org.vitrine.ui.picture.HeatMap;
import org.vitrine.ui.picture.SlicedTensor;
import org.vitrine.ui.picture.TensorAxis;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Shade;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.TextWidth;
import org.vitrine.ui.terminal.Wrap;

/** A tensor for reading in a terminal: its matrix between tokens and numbers, as much as there is room for, and statistics. */
final class TensorLines {
    private static final int MOST_ROWS = 16;
    private static final int WIDEST_TOKEN = 16;

    private final SlicedTensor sliced;
    private final HeatMap map;
    private final Terminal terminal;
    private final int rows;

    TensorLines(SlicedTensor sliced, Terminal terminal) {
        this.sliced = sliced;
        this.map = sliced.map();
        this.terminal = terminal;
        this.rows = Math.min(MOST_ROWS, map.matrix().dim(0));
    }

    /** {@code decoder.5.attn.pattern [H=4, T=5, S=5], head 0}. */
    String heading() {
        return map.name() + " " + shape(map.axes()) + (whole() ? "" : ", " + slice());
    }

    /** {@code [H=4, T=5, S=5]}. */
    static String shape(List<TensorAxis> axes) {
        return axes.stream().map(axis -> axis.letter().isEmpty() ? "" + axis.size() : axis.letter() + "=" + axis.size())
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private boolean whole() {
        return map.slice().axis() == TensorSlice.NONE;
    }

    private String slice() {
        return map.axes().get(map.slice().axis()).place(map.slice().index());
    }

    /** What rows and columns are, and the first of both. */
    List<String> grid() {
        int columns = columns();
        List<String> lines = new ArrayList<>(aside(map.axisWords()));
        lines.addAll(table(columns).lines());
        lines.addAll(more(columns));
        if (terminal.colour()) {
            lines.add("");
            lines.add(Shade.legend(Shade::signed, terminal) + "  of the greatest; blue is above 0, orange below");
        }
        return lines;
    }

    /** How many columns fit, at least one. */
    private int columns() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < Math.min(map.matrix().dim(1), terminal.columns()); column++) {
            int width = Math.max(Integer.toString(column).length(), TextWidth.of(token(map.columns(), column)));
            for (int row = 0; row < rows; row++) {
                width = Math.max(width, figure(map.matrix().at(row, column)).length());
            }
            widths.add(width);
        }
        int room = terminal.columns();
        for (int label = 0; label < labels(0).size(); label++) {
            int widest = 0;
            for (int row = 0; row < rows; row++) {
                widest = Math.max(widest, TextWidth.of(labels(row).get(label).text()));
            }
            room -= widest + Table.GAP;
        }
        return Wrap.blocks(widths, room).getFirst();
    }

    private Table table(int columns) {
        Table table = new Table(terminal, labels(0).size() == 2 ? "rlr" : "r");
        List<Cell> places = new ArrayList<>(labels(0).stream().map(label -> Cell.empty()).toList());
        List<Cell> tokens = new ArrayList<>(places);
        for (int column = 0; column < columns; column++) {
            places.add(new Cell(Integer.toString(column), Style.FAINT));
            tokens.add(Cell.of(token(map.columns(), column)));
        }
        table.row(places);
        if (hasTokens(map.columns())) {
            table.row(tokens);
        }
        for (int row = 0; row < rows; row++) {
            List<Cell> cells = new ArrayList<>(labels(row));
            for (int column = 0; column < columns; column++) {
                cells.add(cell(map.matrix().at(row, column)));
            }
            table.row(cells);
        }
        return table;
    }

    /** What stands before a row: its place, and where it has one its token; nothing before a vector, which is a single row. */
    private List<Cell> labels(int row) {
        if (map.axes().size() == 1) {
            return List.of();
        }
        Cell place = new Cell(Integer.toString(row), Style.FAINT);
        return hasTokens(map.rows()) ? List.of(place, Cell.of(token(map.rows(), row))) : List.of(place);
    }

    private static boolean hasTokens(TensorAxis axis) {
        return axis.size() > 0 && axis.token().apply(0).isPresent();
    }

    /** A token, or as much of it as leaves room for numbers. */
    private String token(TensorAxis axis, int place) {
        int most = Math.min(WIDEST_TOKEN, terminal.columns() / 4);
        return axis.token().apply(place).map(token -> TextWidth.cut(Chip.of(token, terminal), most)).orElse("");
    }

    private Cell cell(float number) {
        Style style = number == Float.NEGATIVE_INFINITY ? Style.FAINT
                : Float.isFinite(number) && map.max() > 0 ? Shade.signed(number / map.max()) : Style.PLAIN;
        return new Cell(figure(number), style);
    }

    private List<String> more(int columns) {
        List<String> left = new ArrayList<>();
        count(map.matrix().dim(0) - rows, "row", left);
        count(map.matrix().dim(1) - columns, "column", left);
        return left.isEmpty() ? List.of() : aside(terminal.ellipsis() + " and " + String.join(", ", left));
    }

    private List<String> aside(String words) {
        return Wrap.words(words, terminal.columns()).stream().map(line -> terminal.paint(Style.FAINT, line)).toList();
    }

    private static void count(int number, String what, List<String> left) {
        if (number > 0) {
            left.add(Figure.grouped(number) + " more " + what + (number == 1 ? "" : "s"));
        }
    }

    /** A row for the tensor, and one for what is shown of it; where they are too wide, columns. */
    List<String> statistics() {
        List<List<Cell>> summaries = new ArrayList<>();
        TensorStatistics all = sliced.numbers().statistics();
        summaries.add(titles(all));
        summaries.add(summary("tensor", all, all));
        sliced.part().ifPresent(part -> summaries.add(summary(slice(), part.statistics(), all)));
        Terminal plain = new Terminal(terminal.columns(), false, terminal.unicode());
        if (lines(summaries, plain).stream().anyMatch(line -> TextWidth.of(line) > terminal.columns())) {
            return lines(turned(summaries), terminal);
        }
        return lines(summaries, terminal);
    }

    private static List<String> lines(List<List<Cell>> rows, Terminal terminal) {
        Table table = new Table(terminal, "lr");
        rows.forEach(table::row);
        return table.lines();
    }

    private static List<List<Cell>> turned(List<List<Cell>> rows) {
        return IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> rows.stream().map(row -> row.get(column)).toList()).toList();
    }

    private static List<Cell> titles(TensorStatistics all) {
        List<String> titles = new ArrayList<>(List.of("", "min", "max", "mean", "std. dev.", "norm"));
        if (all.masked() > 0) {
            titles.add("masked");
        }
        if (all.infinite() > 0) {
            titles.add("infinite");
        }
        if (all.nan() > 0) {
            titles.add("not a number");
        }
        return titles.stream().map(title -> new Cell(title, Style.FAINT)).toList();
    }

    /** @param all of the tensor: what it has none of is not counted */
    private static List<Cell> summary(String title, TensorStatistics part, TensorStatistics all) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell(title, Style.FAINT)));
        for (double number : new double[]{part.min(), part.max(), part.mean(), part.deviation(), part.norm()}) {
            cells.add(Cell.of(Double.isNaN(number) ? "–" : figure((float) number)));
        }
        if (all.masked() > 0) {
            cells.add(Cell.of(Figure.grouped(part.masked())));
        }
        if (all.infinite() > 0) {
            cells.add(Cell.of(Figure.grouped(part.infinite())));
        }
        if (all.nan() > 0) {
            cells.add(Cell.of(Figure.grouped(part.nan())));
        }
        return cells;
    }

    private static String figure(float number) {
        if (Float.isNaN(number)) {
            return "NaN";
        }
        return Float.isInfinite(number) ? number < 0 ? "−∞" : "∞" : Figure.compact(number).replace('-', '−');
    }
}
