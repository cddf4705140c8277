package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.explain.RankTable;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.ScaleLegend.Tick;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;
import org.vitrine.ui.picture.spot.CandidateSpot;
import org.vitrine.ui.picture.spot.LayerSpot;
import org.vitrine.ui.picture.spot.TokenSpot;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.LayerNames;
import org.vitrine.ui.terminal.Percent;

/**
 * Ranks as a heat map: a column for each token, a row for each layer, the last layer's probability below; many tokens in
 * blocks, one below the other.
 *
 * @param before the same without an intervention, where ranks are to be compared; else empty
 * @param rivals whether the columns compete, so that the best of each row is outlined
 */
record RankGrid(RankTable table, Optional<RankTable> before, boolean rivals, Theme theme) {
    private static final double WIDEST = 920;
    private static final double CELL = 24;
    /** A cell that also says what the rank was. */
    private static final double HIGH_CELL = 38;
    private static final double NARROWEST_CELL = 46;
    private static final double SEAM = 2;
    private static final double GAP = 12;
    private static final String LAST_ROW = "probability";
    /** From so many times better or worse on, changes have the same colour. */
    private static final double MOST_TIMES = 100;

    /** The map, its blocks, and what the colours mean. */
    Sketch sketch() {
        Sketch sketch = new Sketch();
        for (int from = 0; from < table.columns().size();) {
            int to = end(from);
            sketch.below(theme.length(1.5 * GAP), block(from, to));
            from = to;
        }
        Sketch legend = new Sketch();
        scale().paint(legend, 0, 0, theme);
        sketch.below(theme.length(GAP), legend);
        return sketch;
    }

    private ScaleLegend scale() {
        return before.isEmpty() ? ScaleLegend.ranks(theme)
                : new ScaleLegend("rank", List.of(new Tick(0, "100× worse"), new Tick(0.5, "as before"),
                        new Tick(1, "100× better")), share -> theme.signed(2 * share - 1, 1));
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
            int layer = table.rows().get(r).layer();
            block.text(LayerNames.of(layer), 0, small.baseLine(first + (r + 0.5) * cell()), small);
            block.spot(new Box(0, first + r * cell(), left() - theme.length(GAP), cell()), new LayerSpot(layer));
        }
        block.text(LAST_ROW, 0, small.baseLine(last + cell() / 2), small);
        double x = left();
        for (int c = from; c < to; c++) {
            RankTable.Column column = table.columns().get(c);
            Box head = new Box(x, 0, width(c), top);
            block.text(Integer.toString(column.position()), head.centreX(), small.size(), small.aligned(Align.CENTRE));
            chip(c).paint(block, new Box(x, top, width(c), chip(c).height()));
            if (!rivals) {
                block.spot(new Box(x, 0, width(c), top + chip(c).height()), new TokenSpot(stack(), column.position()));
            }
            for (int r = 0; r < table.rows().size(); r++) {
                cell(block, new Box(x, first + r * cell(), width(c), cell()), r, c);
            }
            foot(block, new Box(x, last, width(c), cell()), c);
            x += width(c);
        }
        return block;
    }

    /** What the last layer makes of a token. */
    private void foot(Sketch block, Box box, int column) {
        TextStyle small = theme.small().aligned(Align.CENTRE);
        if (before.isEmpty()) {
            block.text(percent(column), box.centreX(), small.baseLine(box.centreY()), small);
            return;
        }
        double change = probability(table, column) - probability(before.get(), column);
        Colour colour = change == 0 ? theme.faint() : change > 0 ? theme.positive() : theme.negative();
        block.text(percent(column), box.centreX(), small.baseLine(box.y() + box.height() / 4), small);
        block.text(Percent.points(change), box.centreX(), small.baseLine(box.y() + 3 * box.height() / 4),
                small.coloured(colour));
    }

    private void cell(Sketch block, Box box, int place, int column) {
        RankTable.Row row = table.rows().get(place);
        RankTable.Cell cell = row.cells().get(column);
        Optional<RankTable.Cell> once = once(place, column);
        Colour fill = once.map(then -> theme.signed(Math.log((double) then.rank() / cell.rank()), Math.log(MOST_TIMES)))
                .orElse(theme.rank(cell.rank()));
        Box inner = box.inset(theme.length(SEAM / 2));
        boolean leads = rivals && row.leader() == column;
        block.rectangle(leads ? inner.inset(theme.length(2 * SEAM)) : inner, fill);
        if (leads) {
            block.outline(inner.inset(theme.length(SEAM / 2)), theme.ink(), theme.length(SEAM));
        }
        TextStyle style = theme.text().aligned(Align.CENTRE).coloured(theme.inkOn(fill));
        double middle = once.isEmpty() ? inner.centreY() : inner.y() + 0.32 * inner.height();
        block.text(Integer.toString(cell.rank()), inner.centreX(), style.baseLine(middle), style);
        once.filter(then -> then.rank() != cell.rank()).ifPresent(then -> {
            TextStyle small = theme.small().aligned(Align.CENTRE).coloured(theme.inkOn(fill));
            block.text(was(then), inner.centreX(), small.baseLine(inner.y() + 0.76 * inner.height()), small);
        });
        RankTable.Column token = table.columns().get(column);
        block.hint(box, Chip.of(token.token()) + ", id " + token.id() + ", at position " + token.position() + ": rank "
                + cell.rank() + ", probability " + cell.probability() + ", read from " + row.tensor() + once
                        .map(then -> "; without the intervention: rank " + then.rank() + ", probability "
                                + then.probability())
                        .orElse(""));
        block.spot(box, new CandidateSpot(row.layer(), token.position(), token.id()));
    }

    /** The same cell without the intervention. */
    private Optional<RankTable.Cell> once(int row, int column) {
        return before.map(other -> other.rows().get(row).cells().get(column));
    }

    private static String was(RankTable.Cell cell) {
        return "was " + cell.rank();
    }

    private static double probability(RankTable table, int column) {
        return table.rows().getLast().cells().get(column).probability();
    }

    /** The stack whose tokens these are. */
    private Stack stack() {
        return TensorName.parse(table.rows().getLast().tensor()).stack();
    }

    private double cell() {
        return theme.length(before.isEmpty() ? CELL : HIGH_CELL);
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
        for (int row = 0; row < table.rows().size(); row++) {
            String rank = Integer.toString(table.rows().get(row).cells().get(column).rank());
            width = Math.max(width, theme.text().width(rank) + theme.length(GAP));
            width = Math.max(width, once(row, column).map(cell -> theme.small().width(was(cell)) + theme.length(GAP))
                    .orElse(0.0));
        }
        if (before.isPresent()) {
            String points = Percent.points(probability(table, column) - probability(before.get(), column));
            width = Math.max(width, theme.small().width(points) + theme.length(GAP));
        }
        return Math.max(theme.length(NARROWEST_CELL), width);
    }

    private String percent(int column) {
        return Percent.of(probability(table, column));
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
        if (before.isPresent()) {
            legend.add("In a cell: the rank, and what it was without the intervention where it was another. Below: the "
                    + "probability, and how it changed, in percentage points.");
        }
        return legend;
    }
}
