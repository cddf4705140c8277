package org.vitrine.ui.picture;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.ScaleLegend.Tick;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;
import org.vitrine.ui.terminal.Percent;

/**
 * Shares between tokens as a grid: a row for each token that looks or receives, a column for each that is looked at or
 * sends. The stronger the blue, the larger the share; where there is room the number stands in the cell. In grids too large
 * for numbers the opacity is the square root of the share, since few shares of a long text are large.
 */
public final class MatrixPicture {
    private static final double WANTED_SIDE = 1200;
    private static final double NUMBERED_WIDTH = 64;
    private static final double NUMBERED_HEIGHT = 24;
    /** Larger grids have no numbers. */
    private static final int MOST_NUMBERED = 24;
    private static final double LARGEST_CELL = 20;
    private static final double SMALLEST_CELL = 5;
    private static final double LETTERS = 0.68;
    private static final double HEADER = 24;
    private static final int TENS = 10;
    private static final double STEPS = 25;
    private static final int HINTED = 5;

    private final List<AttentionToken> rows;
    private final List<AttentionToken> columns;
    private final Tensor shares;
    private final Theme theme;
    private final boolean numbered;
    private final double cellWidth;
    private final double cellHeight;
    private final double header;
    private final double max;
    private final TextStyle letters;

    /**
     * @param rows a token for each row
     * @param columns a token for each column
     * @param shares 0 to 1 [rows, columns]
     */
    private MatrixPicture(List<AttentionToken> rows, List<AttentionToken> columns, Tensor shares, Theme theme) {
        this.rows = rows;
        this.columns = columns;
        this.shares = shares;
        this.theme = theme;
        int count = Math.max(1, Math.max(columns.size(), rows.size()));
        this.numbered = count <= MOST_NUMBERED;
        double small = Math.clamp(WANTED_SIDE / count, SMALLEST_CELL, LARGEST_CELL);
        this.cellWidth = theme.length(numbered ? NUMBERED_WIDTH : small);
        this.cellHeight = theme.length(numbered ? NUMBERED_HEIGHT : small);
        this.header = theme.length(HEADER);
        this.max = IntStream.range(0, shares.size()).mapToDouble(i -> shares.data()[i]).max().orElse(0);
        this.letters = new TextStyle(Math.min(theme.text().size(), cellHeight * LETTERS), theme.ink(), false,
                Align.RIGHT);
    }

    /**
     * How much of each token has arrived at each, through all layers up to that of the map.
     *
     * @param rolled attention rolled out, a single matrix
     */
    public static Picture ofRollout(AttentionMap rolled, Subject subject, Theme theme) {
        return new MatrixPicture(rolled.queries(), rolled.keys(), rolled.weights().slice(0), theme).picture(
                subject, "what stands at each token, " + rolled.kind() + " attention rolled out to layer "
                        + rolled.layer(),
                "Row by row: how much of the column's token has arrived at the row's token, if attention were all that "
                        + "moves it (Abnar and Zuidema 2020).");
    }

    private Picture picture(Subject subject, String shown, String meaning) {
        return new Sheet(body(), theme)
                .legend(new ScaleLegend("share",
                        List.of(new Tick(0, "0"), new Tick(0.5, Percent.of(max / 2)), new Tick(1, Percent.of(max))),
                        share -> theme.positive().withOpacity(opacity(share))))
                .note(shares.size() == 0 ? "There is nothing to show: no token is left." : meaning)
                .picture(subject, shown);
    }

    private Sketch body() {
        Sketch grid = new Sketch();
        Marks cells = new Marks();
        for (int row = 0; row < rows.size(); row++) {
            shade(cells, row);
        }
        cells.paint(grid);
        titles(grid);
        if (numbered) {
            numbers(grid);
        }
        Sketch body = new Sketch();
        body.below(0, labels());
        body.beside(0, 0, grid);
        return body;
    }

    /** Neighbours of the same shade are one rectangle, which keeps large grids small. */
    private void shade(Marks cells, int row) {
        int from = 0;
        for (int column = 1; column <= columns.size(); column++) {
            if (column == columns.size() || shade(row, column) != shade(row, from)) {
                Box first = cell(row, from);
                cells.rectangle(new Box(first.x(), first.y(), (column - from) * cellWidth, cellHeight),
                        theme.positive().withOpacity(shade(row, from)));
                from = column;
            }
        }
    }

    /** The opacity of a cell, in steps that an eye can just tell apart. */
    private double shade(int row, int column) {
        return max > 0 ? Math.rint(STEPS * opacity(at(row, column) / max)) / STEPS : 0;
    }

    /** The opacity of a share of the largest share. */
    private double opacity(double share) {
        return numbered ? share : Math.sqrt(share);
    }

    private void numbers(Sketch grid) {
        TextStyle small = theme.small().aligned(Align.CENTRE);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                if (at(row, column) > 0) {
                    Box cell = cell(row, column);
                    grid.text(Percent.of(at(row, column)), cell.centreX(), small.baseLine(cell.centreY()),
                            small.coloured(theme.inkOn(theme.positive().withOpacity(shade(row, column)))));
                }
            }
        }
    }

    /** Above the columns: tokens where there is room, otherwise positions by tens. */
    private void titles(Sketch grid) {
        TextStyle small = theme.small().aligned(Align.CENTRE);
        for (int column = 0; column < columns.size(); column++) {
            Box box = new Box(column * cellWidth, 0, cellWidth, header);
            AttentionToken token = columns.get(column);
            if (numbered) {
                new TokenChip(token.token(), small.coloured(theme.ink())).paint(grid, box);
            } else if (token.position() % TENS == 0) {
                grid.text(Integer.toString(token.position()), box.centreX(), small.baseLine(header * 0.4), small);
                grid.line(new Line(box.centreX(), header * 0.8, box.centreX(), header), theme.faint(),
                        theme.length(1));
            }
            grid.hint(box, Wording.name(token));
        }
    }

    /** Beside the rows: positions and tokens. */
    private Sketch labels() {
        Sketch labels = new Sketch();
        double numbers = rows.stream().mapToDouble(token -> letters.width(Integer.toString(token.position()))).max()
                .orElse(0);
        double widest = rows.stream().mapToDouble(token -> chip(token).width()).max().orElse(0);
        for (int row = 0; row < rows.size(); row++) {
            Box box = new Box(numbers, header + row * cellHeight, widest, cellHeight);
            chip(rows.get(row)).paint(labels, box);
            if (numbered || rows.get(row).position() % TENS == 0) {
                labels.text(Integer.toString(rows.get(row).position()), numbers, letters.baseLine(box.centreY()),
                        letters.coloured(theme.faint()));
            }
            labels.hint(new Box(0, box.y(), box.right(), cellHeight), hint(row));
        }
        labels.reserve(new Box(0, 0, numbers + widest, header));
        return labels;
    }

    private TokenChip chip(AttentionToken token) {
        return new TokenChip(token.token(), letters);
    }

    /** The largest shares of a row. */
    private String hint(int row) {
        StringBuilder hint = new StringBuilder(Wording.name(rows.get(row)));
        IntStream.range(0, columns.size()).filter(column -> at(row, column) > 0).boxed()
                .sorted(Comparator.comparingDouble(column -> -at(row, column))).limit(HINTED)
                .forEach(column -> hint.append('\n').append(Wording.name(columns.get(column))).append(": ")
                        .append(Percent.of(at(row, column))));
        return hint.toString();
    }

    private float at(int row, int column) {
        return shares.data()[row * columns.size() + column];
    }

    private Box cell(int row, int column) {
        return new Box(column * cellWidth, header + row * cellHeight, cellWidth, cellHeight);
    }
}
