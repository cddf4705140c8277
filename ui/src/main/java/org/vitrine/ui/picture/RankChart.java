package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.KeyLegend;
import org.vitrine.ui.drawing.KeyLegend.Key;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;
import org.vitrine.ui.picture.spot.CandidateSpot;
import org.vitrine.ui.picture.spot.LayerSpot;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.LayerNames;
import org.vitrine.ui.terminal.TextWidth;

/**
 * Ranks as lines over the layers, one for each token, on a log axis with the best rank on top.
 *
 * @param before the same without an intervention, as dashed lines; empty where nothing is compared
 * @param enlarged how many times as large as usual the plot is
 * @param only the column whose line stands alone, with its numbers, or {@link #ALL}
 */
record RankChart(RankTable table, Optional<RankTable> before, Theme theme, double enlarged, int only) {
    /** Instead of a column. */
    static final int ALL = -1;

    private static final double WIDTH = 400;
    private static final double HEIGHT = 190;
    private static final double GAP = 8;
    private static final double POINT = 6;
    /** Around a point or a piece of a line, so that one need not point exactly. */
    private static final double REACH = 12;
    private static final double DASH = 7;
    private static final int PIECES = 8;

    /** The chart with its axes, and which colour is whose. */
    Sketch sketch() {
        Sketch sketch = new Sketch();
        double left = theme.small().width(Integer.toString(worst())) + theme.length(GAP);
        Box plot = new Box(Math.max(left, theme.small().width(LayerNames.of(-1)) / 2), 2 * theme.small().size(),
                enlarged * theme.length(WIDTH), enlarged * theme.length(HEIGHT));
        rankAxis(sketch, plot);
        layerAxis(sketch, plot);
        for (int c = 0; c < table.columns().size(); c++) {
            int column = c;
            if (only == ALL || only == c) {
                before.ifPresent(other -> dashes(sketch, plot, other, column));
                curve(sketch, plot, c);
            }
        }
        Sketch legend = new Sketch();
        keys().paint(legend, new Box(0, 0, plot.right(), 0), theme);
        sketch.below(theme.length(GAP), legend);
        return sketch;
    }

    private void rankAxis(Sketch sketch, Box plot) {
        TextStyle style = theme.small().aligned(Align.RIGHT);
        for (int rank = 1; rank <= worst(); rank *= 10) {
            double y = y(rank, plot);
            sketch.line(new Line(plot.x(), y, plot.right(), y), theme.faint().withOpacity(0.35), theme.length(1));
            sketch.text(Integer.toString(rank), plot.x() - theme.length(GAP), style.baseLine(y), style);
        }
    }

    /** Layers below the plot; where they stand close, not all have a number. */
    private void layerAxis(Sketch sketch, Box plot) {
        TextStyle style = theme.small().aligned(Align.CENTRE);
        double y = plot.bottom() + theme.length(POINT);
        double free = 0;
        for (int r = 0; r < table.rows().size(); r++) {
            int layer = table.rows().get(r).layer();
            double half = plot.width() / Math.max(1, table.rows().size() - 1) / 2;
            sketch.spot(new Box(x(r, plot) - half, plot.bottom(), 2 * half, 2 * style.size()), new LayerSpot(layer));
            String label = layer < 0 ? LayerNames.of(layer) : Integer.toString(layer);
            double x = x(r, plot);
            sketch.line(new Line(x, plot.bottom(), x, y), theme.faint(), theme.length(1));
            if (x - style.width(label) / 2 >= free) {
                sketch.text(label, x, y + style.size(), style);
                free = x + style.width(label) / 2 + theme.length(GAP / 2);
            }
        }
        sketch.text("layer", plot.centreX(), y + 2.2 * style.size(), style);
        sketch.text("rank", 0, 0.8 * style.size(), theme.small());
    }

    private void curve(Sketch sketch, Box plot, int column) {
        Colour colour = theme.head(column);
        double side = theme.length(POINT);
        for (int r = 1; r < table.rows().size(); r++) {
            spots(sketch, line(r, column, table, plot), r, column);
        }
        for (int r = 0; r < table.rows().size(); r++) {
            if (r > 0) {
                sketch.line(line(r, column, table, plot), colour, theme.length(only == column ? 3 : 2));
            }
            double x = x(r, plot);
            double y = y(rank(table, r, column), plot);
            Box point = new Box(x - side / 2, y - side / 2, side, side);
            sketch.rectangle(point, colour);
            Box around = point.inset(theme.length(POINT - REACH) / 2);
            sketch.hint(enlarged > 1 ? around : point, Chip.of(table.columns().get(column).token()) + " after "
                    + LayerNames.of(table.rows().get(r).layer()) + ": rank " + rank(table, r, column)
                    + once(r, column));
            sketch.spot(around, spot(r, column));
            if (only == column) {
                number(sketch, plot, r, column);
            }
        }
    }

    /** Along a piece of a line: the layer that is nearer. */
    private void spots(Sketch sketch, Line piece, int row, int column) {
        double side = theme.length(REACH);
        for (int i = 1; i < PIECES; i++) {
            double x = piece.x1() + (piece.x2() - piece.x1()) * i / PIECES;
            double y = piece.y1() + (piece.y2() - piece.y1()) * i / PIECES;
            sketch.spot(new Box(x - side / 2, y - side / 2, side, side),
                    spot(2 * i < PIECES ? row - 1 : row, column));
        }
    }

    private CandidateSpot spot(int row, int column) {
        RankTable.Column token = table.columns().get(column);
        return new CandidateSpot(table.rows().get(row).layer(), token.position(), token.id());
    }

    /** Writes a rank beside its point; numbers stay within the plot's width and above its foot. */
    private void number(Sketch sketch, Box plot, int row, int column) {
        String text = Integer.toString(rank(table, row, column));
        TextStyle style = theme.small().coloured(theme.ink()).aligned(Align.CENTRE);
        double half = style.width(text) / 2;
        double x = Math.clamp(x(row, plot), plot.x() + half, Math.max(plot.x() + half, plot.right() - half));
        double y = y(rank(table, row, column), plot);
        sketch.text(text, x, y - theme.length(POINT), style);
    }

    /** Draws the line of the token without the intervention. */
    private void dashes(Sketch sketch, Box plot, RankTable other, int column) {
        for (int r = 1; r < table.rows().size(); r++) {
            Line piece = line(r, column, other, plot);
            double length = Math.hypot(piece.x2() - piece.x1(), piece.y2() - piece.y1());
            int count = (int) Math.max(1, length / theme.length(DASH));
            for (int i = 0; i < count; i += 2) {
                sketch.line(part(piece, (double) i / count, (i + 1.0) / count), theme.head(column),
                        theme.length(1.5));
            }
        }
    }

    private static Line part(Line line, double from, double to) {
        double dx = line.x2() - line.x1();
        double dy = line.y2() - line.y1();
        return new Line(line.x1() + from * dx, line.y1() + from * dy, line.x1() + to * dx, line.y1() + to * dy);
    }

    private Line line(int row, int column, RankTable ranks, Box plot) {
        return new Line(x(row - 1, plot), y(rank(ranks, row - 1, column), plot), x(row, plot),
                y(rank(ranks, row, column), plot));
    }

    private String once(int row, int column) {
        return before.map(other -> "; without the intervention: rank " + rank(other, row, column)).orElse("");
    }

    private KeyLegend keys() {
        List<Key> keys = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            keys.add(new Key(theme.head(c),
                    TextWidth.cut(Chip.of(table.columns().get(c).token()), TokenChip.LONGEST)));
        }
        return new KeyLegend("token", keys);
    }

    private static int rank(RankTable table, int row, int column) {
        return table.rows().get(row).cells().get(column).rank();
    }

    /** The power of ten at the foot of the axis. */
    private int worst() {
        int worst = 10;
        List<RankTable.Row> rows = new ArrayList<>(table.rows());
        before.ifPresent(other -> rows.addAll(other.rows()));
        for (RankTable.Row row : rows) {
            for (RankTable.Cell cell : row.cells()) {
                while (worst < cell.rank()) {
                    worst *= 10;
                }
            }
        }
        return worst;
    }

    private double x(int row, Box plot) {
        return plot.x() + plot.width() * row / Math.max(1, table.rows().size() - 1);
    }

    private double y(int rank, Box plot) {
        return plot.y() + plot.height() * Math.log(rank) / Math.log(worst());
    }
}
