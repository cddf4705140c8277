package org.vitrine.ui.picture;

import java.util.List;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.transformer.trace.Site;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.ScaleLegend.Tick;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.picture.spot.HeadSpot;
import org.vitrine.ui.picture.spot.KeySpot;
import org.vitrine.ui.picture.spot.QuerySpot;
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

    /** Of long texts only so many heads are drawn that there are not many more cells. */
    private static final int MOST_CELLS = 600_000;
    private static final double ROOM = 1200;
    private static final double GAP = 18;

    private final LinkWeights weights;
    private final int matrix;
    private final List<AttentionToken> rows;
    private final List<AttentionToken> columns;
    private final Theme theme;
    private final boolean numbered;
    private final double cellWidth;
    private final double cellHeight;
    private final double header;
    private final double max;
    private final TextStyle letters;

    /**
     * @param matrix which of the matrices
     * @param max how far the largest share of all that is drawn is from 0
     */
    private MatrixPicture(LinkWeights weights, int matrix, double max, Theme theme) {
        this.weights = weights;
        this.matrix = matrix;
        this.rows = weights.map().queries();
        this.columns = weights.map().keys();
        this.theme = theme;
        int count = Math.max(1, Math.max(columns.size(), rows.size()));
        this.numbered = count <= MOST_NUMBERED;
        double small = Math.clamp(WANTED_SIDE / count, SMALLEST_CELL, LARGEST_CELL);
        this.cellWidth = theme.length(numbered ? NUMBERED_WIDTH : small);
        this.cellHeight = theme.length(numbered ? NUMBERED_HEIGHT : small);
        this.header = theme.length(HEADER);
        this.max = max;
        this.letters = new TextStyle(Math.min(theme.text().size(), cellHeight * LETTERS), theme.ink(), false,
                Align.RIGHT);
    }

    /**
     * How much of each token has arrived at each, through all layers up to that of the map.
     *
     * @param rolled attention rolled out, a single matrix
     */
    public static Picture ofRollout(AttentionMap rolled, Subject subject, Theme theme) {
        return ofRollout(LinkWeights.of(rolled), subject, theme);
    }

    /** The same of a rollout or of its change. */
    public static Picture ofRollout(LinkWeights rolled, Subject subject, Theme theme) {
        AttentionMap map = rolled.map();
        return picture(rolled, theme, "Row by row: how much of the column's token has arrived at the row's token, if "
                + "attention were all that moves it (Abnar and Zuidema 2020).").picture(subject,
                        "what stands at each token, " + map.kind() + " attention rolled out to layer " + map.layer());
    }

    /** Who looks at whom: a matrix for each head, or one for their average. */
    public static Picture of(LinkWeights weights, Subject subject, Theme theme) {
        AttentionMap map = weights.map();
        return picture(weights, theme, "Row by row: how much the row's token looks at the column's token.").picture(
                subject,
                (weights.signed() ? "how attention changed, " : "where tokens look, ") + Wording.place(map) + ", "
                        + Wording.heads(map));
    }

    private static Sheet picture(LinkWeights weights, Theme theme, String meaning) {
        AttentionMap map = weights.map();
        int cells = map.queries().size() * map.keys().size();
        int drawn = Math.clamp(MOST_CELLS / Math.max(1, cells), 1, map.rows());
        double max = largest(weights);
        Sketch body = new Sketch();
        Sketch line = new Sketch();
        for (int row = 0; row < drawn; row++) {
            Sketch next = new MatrixPicture(weights, row, max, theme).body(map.rows() > 1);
            if (line.right() > 0 && line.right() + next.right() > theme.length(ROOM)) {
                body.below(theme.length(GAP), line);
                line = new Sketch();
            }
            line.beside(theme.length(GAP), 0, next);
        }
        body.below(theme.length(GAP), line);
        Sheet sheet = new Sheet(body, theme).legend(legend(weights, max, theme));
        sheet.note(cells == 0 ? "There is nothing to show: no token is left." : meaning);
        if (weights.signed()) {
            sheet.note("Blue: more than without the intervention, orange: less; in percentage points.");
        }
        if (drawn < map.rows()) {
            sheet.note("Of so long a text only " + drawn + " of " + map.rows()
                    + " heads are drawn; leave heads out to see "
                    + "the others.");
        }
        return sheet;
    }

    private static double largest(LinkWeights weights) {
        float largest = 0;
        for (float each : weights.data()) {
            largest = Math.max(largest, Math.abs(each));
        }
        return weights.signed() ? weights.largest() : largest;
    }

    private static ScaleLegend legend(LinkWeights weights, double max, Theme theme) {
        if (weights.signed()) {
            return weights.legend(theme);
        }
        boolean numbered = Math.max(weights.map().queries().size(), weights.map().keys().size()) <= MOST_NUMBERED;
        return new ScaleLegend("share",
                List.of(new Tick(0, "0"), new Tick(0.5, Percent.of(max / 2)), new Tick(1, Percent.of(max))),
                share -> theme.positive().withOpacity(opacity(share, numbered)));
    }

    private Sketch body(boolean titled) {
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
        return titled ? titled(body) : body;
    }

    /** Says which head it is. */
    private Sketch titled(Sketch body) {
        AttentionMap map = weights.map();
        Sketch titled = new Sketch();
        TextStyle bold = new TextStyle(theme.text().size(), theme.ink(), true, Align.LEFT);
        String title = Wording.head(map, matrix);
        titled.text(title, 0, bold.baseLine(header / 2), bold);
        if (!map.averaged()) {
            titled.spot(new Box(0, 0, bold.width(title), header),
                    new HeadSpot(map.kind(), map.layer(), map.head(matrix)));
        }
        titled.below(theme.length(GAP / 3), body);
        return titled;
    }

    /** Neighbours of the same shade are one rectangle, which keeps large grids small. */
    private void shade(Marks cells, int row) {
        int from = 0;
        for (int column = 1; column <= columns.size(); column++) {
            if (column == columns.size() || shade(row, column) != shade(row, from)) {
                Box first = cell(row, from);
                cells.rectangle(new Box(first.x(), first.y(), (column - from) * cellWidth, cellHeight),
                        fill(shade(row, from)));
                from = column;
            }
        }
    }

    /** The opacity of a cell, in steps that an eye can just tell apart; below 0 where the number is. */
    private double shade(int row, int column) {
        double share = at(row, column);
        double opacity = max > 0 ? Math.rint(STEPS * opacity(Math.abs(share) / max, numbered)) / STEPS : 0;
        return Math.copySign(opacity, share);
    }

    private Colour fill(double shade) {
        return (shade < 0 ? theme.negative() : theme.positive()).withOpacity(Math.abs(shade));
    }

    /** The opacity of a share of the largest share. */
    private static double opacity(double share, boolean numbered) {
        return numbered ? share : Math.sqrt(share);
    }

    private void numbers(Sketch grid) {
        TextStyle small = theme.small().aligned(Align.CENTRE);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                Box cell = cell(row, column);
                if (at(row, column) != 0) {
                    String number = weights.signed()
                            ? LinkWeights.points(at(row, column))
                            : Percent.of(at(row, column));
                    grid.text(number, cell.centreX(), small.baseLine(cell.centreY()),
                            small.coloured(theme.inkOn(fill(shade(row, column)))));
                }
                if (!weights.map().averaged()) {
                    grid.spot(cell, spot(row, column));
                }
            }
        }
    }

    private CellSpot spot(int row, int column) {
        AttentionMap map = weights.map();
        return CellSpot.of(map.kind().name(map.layer(), Site.PATTERN), map.head(matrix), rows.get(row).position(),
                columns.get(column).position());
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
            grid.spot(box, new KeySpot(weights.map().kind(), token.position()));
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
            Box label = new Box(0, box.y(), box.right(), cellHeight);
            labels.hint(label, hint(row));
            labels.spot(label, new QuerySpot(weights.map().kind(), rows.get(row).position()));
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
        weights.strongest(matrix, row, HINTED).forEach(link -> hint.append('\n').append(Wording.name(link.key()))
                .append(": ").append(weights.label(link.weight())));
        return hint.toString();
    }

    private float at(int row, int column) {
        return weights.at(matrix, row, column);
    }

    private Box cell(int row, int column) {
        return new Box(column * cellWidth, header + row * cellHeight, cellWidth, cellHeight);
    }
}
