package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.TextWidth;

/** Rows of links, the strongest first, with a bar that shows how strong that is. */
final class LinkRows {
    /** How many links a row has where nobody asks for a number, if there is room. */
    static final int USUAL = 5;

    private static final int BAR = 8;
    private static final int LONG_BAR = 30;

    private final Terminal terminal;
    private final List<Row> rows = new ArrayList<>();

    /** What a row is about, and the cells of its links: a key and a percentage each. */
    private record Row(List<Cell> label, double strongest, List<Cell> links) {
    }

    LinkRows(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A row about a token. */
    void add(AttentionToken token, List<AttentionLink> links) {
        add(List.of(new Cell(Integer.toString(token.position()), Style.FAINT),
                new Cell(Chip.of(token.token(), terminal), Style.BOLD)), links);
    }

    /** A row about something else. */
    void add(String label, List<AttentionLink> links) {
        add(List.of(Cell.of(label)), links);
    }

    private void add(List<Cell> label, List<AttentionLink> links) {
        List<Cell> cells = new ArrayList<>();
        for (AttentionLink link : links) {
            cells.add(new Cell(key(link), cells.isEmpty() ? Style.BOLD : Style.PLAIN));
            cells.add(Cell.of(Percent.of(link.weight())));
        }
        rows.add(new Row(label, links.isEmpty() ? 0 : links.getFirst().weight(), cells));
    }

    private String key(AttentionLink link) {
        return link.key().position() + " " + Chip.of(link.key().token(), terminal);
    }

    /**
     * The lines.
     *
     * @param wanted how many links must be shown, in further lines if need be; null for as many as fit a line
     */
    List<String> lines(Integer wanted) {
        int columns = fitting();
        Table table = new Table(terminal,
                (rows.getFirst().label().size() > 1 ? "rl" : "l") + "l" + "lr".repeat(columns));
        for (Row row : rows) {
            int count = wanted == null ? Math.min(row.links().size(), 2 * columns) : row.links().size();
            for (int from = 0; from == 0 || from < count; from += 2 * columns) {
                List<Cell> cells = new ArrayList<>();
                for (Cell cell : row.label()) {
                    cells.add(from == 0 ? cell : Cell.empty());
                }
                cells.add(new Cell(from == 0 ? terminal.bar(row.strongest(), BAR) : "", Style.BLUE));
                cells.addAll(count == 0 ? List.of(new Cell("-", Style.FAINT))
                        : row.links().subList(from, Math.min(count, from + 2 * columns)));
                table.row(cells);
            }
        }
        return table.lines();
    }

    /** How many links fit side by side, at least one. */
    private int fitting() {
        int label = 0;
        int link = 0;
        int most = 1;
        for (Row row : rows) {
            label = Math.max(label, row.label().stream().mapToInt(cell -> TextWidth.of(cell.text()) + Table.GAP).sum());
            most = Math.max(most, row.links().size() / 2);
            for (int i = 0; i < row.links().size(); i += 2) {
                link = Math.max(link, 2 * Table.GAP + TextWidth.of(row.links().get(i).text())
                        + TextWidth.of(row.links().get(i + 1).text()));
            }
        }
        int room = terminal.columns() - label - BAR;
        return Math.clamp(link == 0 ? 1 : room / link, 1, most);
    }

    /** The links of one token by one head: one below the other, with long bars. */
    static List<String> list(List<AttentionLink> links, Terminal terminal) {
        if (links.isEmpty()) {
            return List.of("no link is so strong");
        }
        Table table = new Table(terminal, "rlrl");
        table.titles("position", "token", "pattern", "");
        int bar = Math.clamp(terminal.columns() / 2, BAR, LONG_BAR);
        for (AttentionLink link : links) {
            table.row(Cell.of(link.key().position()), Cell.of(Chip.of(link.key().token(), terminal)),
                    Cell.of(Percent.of(link.weight())), new Cell(terminal.bar(link.weight(), bar), Style.BLUE));
        }
        return table.lines();
    }
}
