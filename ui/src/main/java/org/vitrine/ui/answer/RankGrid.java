package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.ColourSteps;
import org.vitrine.ui.terminal.LayerNames;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.TextWidth;
import org.vitrine.ui.terminal.Wrap;

/** Ranks as a coloured grid: a column for each token, a row for each layer, the last layer's probability below. */
final class RankGrid {
    private static final String LAST_ROW = "probability";

    private final RankTable table;
    private final Terminal terminal;
    private final boolean marked;

    /** @param marked whether the columns compete, so that the best of each row is marked */
    RankGrid(RankTable table, Terminal terminal, boolean marked) {
        this.table = table;
        this.terminal = terminal;
        this.marked = marked;
    }

    /** The lines, in blocks of columns that fit the terminal. */
    List<String> lines() {
        List<Integer> widths = new ArrayList<>();
        for (int c = 0; c < table.columns().size(); c++) {
            int width = Math.max(TextWidth.of(token(c)), TextWidth.of(place(c)));
            for (RankTable.Row row : table.rows()) {
                width = Math.max(width, rank(row, c).length());
            }
            widths.add(Math.max(width, Percent.of(last().cells().get(c).probability()).length()));
        }
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int to : Wrap.blocks(widths, terminal.columns() - LAST_ROW.length() - Table.GAP)) {
            if (from > 0) {
                lines.add("");
            }
            lines.addAll(block(from, to));
            from = to;
        }
        if (terminal.colour()) {
            lines.add("");
            lines.add(ColourSteps.RANKS.legend(terminal));
        }
        return lines;
    }

    private List<String> block(int from, int to) {
        Table lines = new Table(terminal, "lr");
        List<Cell> places = new ArrayList<>(List.of(new Cell("position", Style.FAINT)));
        List<Cell> tokens = new ArrayList<>(List.of(new Cell("token", Style.FAINT)));
        List<Cell> probabilities = new ArrayList<>(List.of(new Cell(LAST_ROW, Style.FAINT)));
        for (int c = from; c < to; c++) {
            places.add(new Cell(place(c), Style.FAINT));
            tokens.add(new Cell(token(c), Style.BOLD));
            probabilities.add(Cell.of(Percent.of(last().cells().get(c).probability())));
        }
        lines.row(places);
        lines.row(tokens);
        for (RankTable.Row row : table.rows()) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(LayerNames.of(row.layer()))));
            for (int c = from; c < to; c++) {
                cells.add(new Cell(rank(row, c), ColourSteps.RANKS.style(row.cells().get(c).rank())));
            }
            lines.row(cells);
        }
        lines.row(probabilities);
        return lines.lines();
    }

    private String rank(RankTable.Row row, int column) {
        String rank = Integer.toString(row.cells().get(column).rank());
        if (!marked) {
            return rank;
        }
        return rank + " " + (row.leader() == column ? terminal.marker() : " ");
    }

    private String token(int column) {
        return Chip.of(table.columns().get(column).token(), terminal);
    }

    private String place(int column) {
        return Integer.toString(table.columns().get(column).position());
    }

    private RankTable.Row last() {
        return table.rows().getLast();
    }
}
