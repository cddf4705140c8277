package org.vitrine.ui.picture;

import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionRollout;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Key.Row;
import org.vitrine.ui.picture.Key.Sample;
import org.vitrine.ui.terminal.Percent;

/**
 * Shares between tokens as a grid: a row for each token that looks or receives, a column for each that is looked at or
 * sends. The stronger the blue, the larger the share; where there is room the number stands in the cell.
 */
public final class MatrixPicture implements Picture {
    private static final double WANTED_SIDE = 1200;
    private static final double NUMBERED_WIDTH = 56;
    private static final double NUMBERED_HEIGHT = 24;
    /** Grids of more columns have no numbers. */
    private static final int MOST_NUMBERED = 24;
    private static final double LARGEST_CELL = 20;
    private static final double SMALLEST_CELL = 5;
    private static final int MOST_COLUMNS = 20;
    private static final double GAP = 6;
    private static final double HEADER = 22;
    private static final double LETTERS = 0.75;
    private static final int TENS = 10;
    private static final double STEPS = 50;
    private static final int HINTED = 5;

    private final Theme theme;
    private final Table table;
    private final boolean numbered;
    private final double cellWidth;
    private final double cellHeight;
    private final double max;
    private final TextStyle letters;
    private final Sheet sheet;

    /**
     * What is shown.
     *
     * @param rows a token for each row
     * @param columns a token for each column
     * @param shares 0 to 1 [rows, columns]
     */
    private record Table(List<AttentionToken> rows, List<AttentionToken> columns, Tensor shares) {
        float at(int row, int column) {
            return shares.data()[row * columns.size() + column];
        }
    }

    private MatrixPicture(Table table, Sheet.Words words, Theme theme) {
        this.theme = theme;
        this.table = table;
        int count = Math.max(1, Math.max(table.columns.size(), table.rows.size()));
        this.numbered = count <= MOST_NUMBERED;
        double small = Math.clamp(WANTED_SIDE / count, SMALLEST_CELL, LARGEST_CELL);
        this.cellWidth = theme.length(numbered ? NUMBERED_WIDTH : small);
        this.cellHeight = theme.length(numbered ? NUMBERED_HEIGHT : small);
        this.max = IntStream.range(0, table.shares.size()).mapToDouble(i -> table.shares.data()[i]).max().orElse(0);
        this.letters = new TextStyle(Math.min(theme.text().size(), cellHeight * LETTERS), theme.ink(), false,
                Align.RIGHT);
        this.sheet = new Sheet(theme, words, key(), labels() + table.columns.size() * cellWidth,
                theme.length(HEADER) + table.rows.size() * cellHeight);
    }

    /**
     * How much of each token has arrived at each after a layer.
     *
     * @param layer counted from 0
     * @param about the model and the text, in a line
     */
    public static MatrixPicture of(AttentionRollout rollout, int layer, String about, Theme theme) {
        Table table = new Table(rollout.tokens(), rollout.tokens(), rollout.layers().get(layer));
        String title = "What stands at each token after layer " + layer + ": " + rollout.kind()
                + " attention rolled out";
        return new MatrixPicture(table, new Sheet.Words(title, about, notes(table,
                "In each row: how much of the column's token has arrived at the row's token, if attention were all that "
                        + "moves it (Abnar and Zuidema 2020).")),
                theme);
    }

    /**
     * What one matrix of a map holds: a head's weights or the average of several.
     *
     * @param row which of the map's matrices
     * @param about the model and the text, in a line
     */
    public static MatrixPicture of(AttentionMap map, int row, String about, Theme theme) {
        Table table = new Table(map.queries(), map.keys(), map.weights().slice(row));
        String who = map.averaged() ? "average of " + Numbers.heads(map.heads()) : "head " + map.head(row);
        String title = "Where tokens look: " + map.kind() + " attention, layer " + map.layer() + ", " + who;
        return new MatrixPicture(table,
                new Sheet.Words(title, about,
                        notes(table, "In each row: how the row's token shares out its attention.")),
                theme);
    }

    private static List<String> notes(Table table, String meaning) {
        return List.of(table.shares.size() == 0 ? "There is nothing to show: no token is left." : meaning);
    }

    private Key key() {
        return Key.of(new Row("share", IntStream.rangeClosed(0, 4)
                .mapToObj(i -> Sample.box(theme.positive().withOpacity(i / 4.0), i == 0 ? "0 %" : Percent.of(max * i / 4))).toList()));
    }

    @Override
    public String title() {
        return sheet.title();
    }

    @Override
    public double width() {
        return sheet.width();
    }

    @Override
    public double height() {
        return sheet.height();
    }

    @Override
    public void paint(Surface surface) {
        sheet.paint(surface);
        Marks cells = new Marks();
        for (int row = 0; row < table.rows.size(); row++) {
            shades(cells, row);
        }
        cells.paint(surface);
        labelRows(surface);
        labelColumns(surface);
        if (numbered) {
            numbers(surface);
        }
    }

    /** Neighbours of the same shade are one rectangle, which keeps large grids small. */
    private void shades(Marks cells, int row) {
        int from = 0;
        for (int column = 1; column <= table.columns.size(); column++) {
            if (column == table.columns.size() || shade(row, column) != shade(row, from)) {
                Box first = cell(row, from);
                cells.rectangle(new Box(first.x(), first.y(), (column - from) * cellWidth, cellHeight),
                        theme.positive().withOpacity(shade(row, from)));
                from = column;
            }
        }
    }

    /** The opacity of a cell: a share of the largest, in steps that an eye can just tell apart. */
    private double shade(int row, int column) {
        return max > 0 ? Math.rint(STEPS * table.at(row, column) / max) / STEPS : 0;
    }

    private void numbers(Surface surface) {
        TextStyle small = theme.small().aligned(Align.CENTRE);
        for (int row = 0; row < table.rows.size(); row++) {
            for (int column = 0; column < table.columns.size(); column++) {
                if (table.at(row, column) > 0) {
                    Box cell = cell(row, column);
                    surface.text(Percent.of(table.at(row, column)), cell.centreX(), small.baseLine(cell.centreY()),
                            small.coloured(theme.inkOn(theme.positive().withOpacity(shade(row, column)))));
                }
            }
        }
    }

    private void labelRows(Surface surface) {
        for (int row = 0; row < table.rows.size(); row++) {
            Box cell = cell(row, 0);
            double base = letters.baseLine(cell.centreY());
            double right = cell.x() - theme.length(GAP);
            Label.of(table.rows.get(row), MOST_COLUMNS).paint(surface, right, base, letters);
            if (numbered || table.rows.get(row).position() % TENS == 0) {
                surface.text(Integer.toString(table.rows.get(row).position()), sheet.body().x() + numberWidth(), base,
                        letters.coloured(theme.faint()));
            }
            surface.hint(new Box(sheet.body().x(), cell.y(), labels(), cellHeight), hint(row));
        }
    }

    /** Names where there is room, otherwise the positions by tens. */
    private void labelColumns(Surface surface) {
        TextStyle small = theme.small().aligned(Align.CENTRE);
        double base = small.baseLine(sheet.body().y() + theme.length(HEADER) / 2);
        int room = (int) (cellWidth / small.width("x"));
        for (int column = 0; column < table.columns.size(); column++) {
            double centre = cell(0, column).centreX();
            AttentionToken token = table.columns.get(column);
            if (numbered) {
                Label.of(token, room).paint(surface, centre, base, small.coloured(theme.ink()));
            } else if (token.position() % TENS == 0) {
                surface.text(Integer.toString(token.position()), centre, base, small);
                double bottom = sheet.body().y() + theme.length(HEADER);
                surface.line(new Line(centre, bottom - theme.length(4), centre, bottom), theme.faint(),
                        theme.length(1));
            }
        }
    }

    private String hint(int row) {
        StringBuilder hint = new StringBuilder(Label.name(table.rows.get(row)));
        IntStream.range(0, table.columns.size()).filter(column -> table.at(row, column) > 0).boxed()
                .sorted((a, b) -> Float.compare(table.at(row, b), table.at(row, a))).limit(HINTED)
                .forEach(column -> hint.append('\n').append(Label.name(table.columns.get(column))).append(": ")
                        .append(Percent.of(table.at(row, column))));
        return hint.toString();
    }

    private Box cell(int row, int column) {
        Box body = sheet.body();
        return new Box(body.x() + labels() + column * cellWidth, body.y() + theme.length(HEADER) + row * cellHeight,
                cellWidth, cellHeight);
    }

    /** The room left of the grid: positions and names of the rows. */
    private double labels() {
        double widest = table.rows.stream().mapToDouble(token -> Label.of(token, MOST_COLUMNS).width(letters)).max()
                .orElse(0);
        return numberWidth() + widest + theme.length(2 * GAP);
    }

    private double numberWidth() {
        return table.rows.stream().mapToDouble(token -> letters.width(Integer.toString(token.position()))).max()
                .orElse(0);
    }
}
