package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
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
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.LayerNames;
import org.vitrine.ui.terminal.TextWidth;

/** Ranks as lines over the layers, one for each token, on a log axis with the best rank on top. */
record RankChart(RankTable table, Theme theme) {
    private static final double WIDTH = 400;
    private static final double HEIGHT = 190;
    private static final double GAP = 8;
    private static final double POINT = 6;

    /** The chart with its axes, and which colour is whose. */
    Sketch sketch() {
        Sketch sketch = new Sketch();
        double left = theme.small().width(Integer.toString(worst())) + theme.length(GAP);
        Box plot = new Box(Math.max(left, theme.small().width(LayerNames.of(-1)) / 2), 2 * theme.small().size(),
                theme.length(WIDTH), theme.length(HEIGHT));
        rankAxis(sketch, plot);
        layerAxis(sketch, plot);
        for (int c = 0; c < table.columns().size(); c++) {
            curve(sketch, plot, c);
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
        for (int r = 0; r < table.rows().size(); r++) {
            double x = x(r, plot);
            double y = y(rank(r, column), plot);
            if (r > 0) {
                sketch.line(new Line(x(r - 1, plot), y(rank(r - 1, column), plot), x, y), colour, theme.length(2));
            }
            Box point = new Box(x - side / 2, y - side / 2, side, side);
            sketch.rectangle(point, colour);
            sketch.hint(point, Chip.of(table.columns().get(column).token()) + " after "
                    + LayerNames.of(table.rows().get(r).layer()) + ": rank " + rank(r, column));
        }
    }

    private KeyLegend keys() {
        List<Key> keys = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            keys.add(new Key(theme.head(c),
                    TextWidth.cut(Chip.of(table.columns().get(c).token()), TokenChip.LONGEST)));
        }
        return new KeyLegend("token", keys);
    }

    private int rank(int row, int column) {
        return table.rows().get(row).cells().get(column).rank();
    }

    /** The power of ten at the foot of the axis. */
    private int worst() {
        int worst = 10;
        for (RankTable.Row row : table.rows()) {
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
