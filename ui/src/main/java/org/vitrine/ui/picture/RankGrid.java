package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.LayerNames;
import org.vitrine.ui.terminal.Percent;

/**
 * Ranks as a heat map: a column for each token, a row for each layer, the last layer's probability below; many tokens in
 * blocks, one below the other.
 *
 * @param rivals whether the columns compete, so that the best of each row is outlined
 */
record RankGrid(RankTable table, boolean rivals, Theme theme) {
    private static final double WIDEST = 920;
    private static final double CELL = 24;
    private static final double NARROWEST_CELL = 46;
    private static final double SEAM = 2;
    private static final double GAP = 12;
    private static final String LAST_ROW = "probability";

    /** The map, its blocks, and what the colours mean. */
    Sketch sketch() {
        Sketch sketch = new Sketch();
        for (int from = 0; from < table.columns().size();) {
            int to = end(from);
            sketch.below(theme.length(1.5 * GAP), block(from, to));
            from = to;
        }
        Sketch legend = new Sketch();
        ScaleLegend.ranks(theme).paint(legend, 0, 0, theme);
        sketch.below(theme.length(GAP), legend);
        return sketch;
    }

    /** Where a block ends that begins at a column: as many as fit, at least one. */
    private int end(int from) {
        double x = left() + width(from);
        int to = from + 1;
        while (to < table.columns().size() && x + width(to) <= theme.length(WIDEST)) {
            x += width(to++);
        }
        return to;
    }

    private Sketch block(int from, int to) {
        Sketch block = new Sketch();
        TextStyle small = theme.small();
        double top = 1.3 * small.size();
        double first = top + chip(from).height() + theme.length(SEAM);
        double last = first + table.rows().size() * cell();
        block.text("position", 0, small.size(), small);
        block.text("token", 0, small.baseLine(top + chip(from).height() / 2), small);
        for (int r = 0; r < table.rows().size(); r++) {
            block.text(LayerNames.of(table.rows().get(r).layer()), 0, small.baseLine(first + (r + 0.5) * cell()),
                    small);
        }
        block.text(LAST_ROW, 0, small.baseLine(last + cell() / 2), small);
        double x = left();
        for (int c = from; c < to; c++) {
            RankTable.Column column = table.columns().get(c);
            Box head = new Box(x, 0, width(c), top);
            block.text(Integer.toString(column.position()), head.centreX(), small.size(), small.aligned(Align.CENTRE));
            chip(c).paint(block, new Box(x, top, width(c), chip(c).height()));
            for (int r = 0; r < table.rows().size(); r++) {
                cell(block, new Box(x, first + r * cell(), width(c), cell()), table.rows().get(r), c);
            }
            block.text(percent(c), head.centreX(), small.baseLine(last + cell() / 2), small.aligned(Align.CENTRE));
            x += width(c);
        }
        return block;
    }

    private void cell(Sketch block, Box box, RankTable.Row row, int column) {
        RankTable.Cell cell = row.cells().get(column);
        Colour fill = theme.rank(cell.rank());
        Box inner = box.inset(theme.length(SEAM / 2));
        boolean leads = rivals && row.leader() == column;
        block.rectangle(leads ? inner.inset(theme.length(2 * SEAM)) : inner, fill);
        if (leads) {
            block.outline(inner.inset(theme.length(SEAM / 2)), theme.ink(), theme.length(SEAM));
        }
        TextStyle style = theme.text().aligned(Align.CENTRE).coloured(theme.inkOn(fill));
        block.text(Integer.toString(cell.rank()), inner.centreX(), style.baseLine(inner.centreY()), style);
        RankTable.Column token = table.columns().get(column);
        block.hint(box, Chip.of(token.token()) + ", id " + token.id() + ", at position " + token.position() + ": rank "
                + cell.rank() + ", probability " + cell.probability() + ", read from " + row.tensor());
    }

    private double cell() {
        return theme.length(CELL);
    }

    private double left() {
        double left = theme.small().width(LAST_ROW);
        for (RankTable.Row row : table.rows()) {
            left = Math.max(left, theme.small().width(LayerNames.of(row.layer())));
        }
        return left + theme.length(GAP);
    }

    /** Room for the token and for all numbers of a column. */
    private double width(int column) {
        double width = Math.max(chip(column).width(), theme.small().width(percent(column)) + theme.length(GAP));
        for (RankTable.Row row : table.rows()) {
            String rank = Integer.toString(row.cells().get(column).rank());
            width = Math.max(width, theme.text().width(rank) + theme.length(GAP));
        }
        return Math.max(theme.length(NARROWEST_CELL), width);
    }

    private String percent(int column) {
        return Percent.of(table.rows().getLast().cells().get(column).probability());
    }

    private TokenChip chip(int column) {
        TextStyle bold = new TextStyle(theme.text().size(), theme.ink(), true, Align.CENTRE);
        return new TokenChip(table.columns().get(column).token(), bold);
    }

    /** What the outlines mean, if there are any. */
    List<String> legend() {
        List<String> legend = new ArrayList<>();
        if (rivals) {
            legend.add("Outlined: ahead in this layer.");
        }
        return legend;
    }
}
