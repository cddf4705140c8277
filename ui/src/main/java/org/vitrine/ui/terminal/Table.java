package org.vitrine.ui.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells that become lines with aligned columns. */
public final class Table {
    /** Columns between two cells. */
    public static final int GAP = 2;

    private final Terminal terminal;
    private final String alignment;
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param alignment a letter for each column, {@code l} or {@code r}; the last letter holds for further columns
     */
    public Table(Terminal terminal, String alignment) {
        this.terminal = terminal;
        this.alignment = alignment;
    }

    /** Adds a row; rows may differ in length. */
    public void row(List<Cell> cells) {
        rows.add(List.copyOf(cells));
    }

    /** Adds a row; rows may differ in length. */
    public void row(Cell... cells) {
        row(List.of(cells));
    }

    /** Adds a row of column titles. */
    public void titles(String... titles) {
        List<Cell> cells = new ArrayList<>();
        for (String title : titles) {
            cells.add(new Cell(title, Style.FAINT));
        }
        row(cells);
    }

    /** The lines, without spaces at their ends. */
    public List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        for (List<Cell> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                line.append(c == 0 ? "" : " ".repeat(GAP)).append(painted(row.get(c), c, widths[c]));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private String painted(Cell cell, int column, int width) {
        String padding = TextWidth.padding(cell.text(), width);
        boolean right = alignment.charAt(Math.min(column, alignment.length() - 1)) == 'r';
        if (cell.style().fills()) {
            return terminal.paint(cell.style(), right ? padding + cell.text() : cell.text() + padding);
        }
        String text = terminal.paint(cell.style(), cell.text());
        return right ? padding + text : text + padding;
    }

    private int[] widths() {
        int columns = 0;
        for (List<Cell> row : rows) {
            columns = Math.max(columns, row.size());
        }
        int[] widths = new int[columns];
        for (List<Cell> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], row.get(c).width());
            }
        }
        return widths;
    }
}
