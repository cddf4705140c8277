package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.ColourSteps;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.TextWidth;
import org.vitrine.ui.terminal.Wrap;

/** Where every token looks most: a row for each token, a column for each head. Of a long text only the beginning. */
final class LinkGrid {
    /** Of a longer text the tokens after these are left out. */
    static final int MOST_ROWS = 40;
    private static final int FEWEST_ROWS = 10;
    private static final int MOST_LINES = 120;

    private final AttentionMap map;
    private final int most;
    private final double threshold;
    private final Terminal terminal;
    private final int shown;
    private final List<Integer> ends; // of the blocks of heads

    /** @param most links in a cell, one below the other */
    LinkGrid(AttentionMap map, int most, double threshold, Terminal terminal) {
        this.map = map;
        this.most = most;
        this.threshold = threshold;
        this.terminal = terminal;
        this.ends = blocks();
        this.shown = Math.min(map.queries().size(), Math.clamp(MOST_LINES / ends.size(), FEWEST_ROWS, MOST_ROWS));
    }

    /** How many of the tokens are shown. */
    int shownQueries() {
        return shown;
    }

    private List<Integer> blocks() {
        int label = 0;
        for (AttentionToken token : map.queries()) {
            label = Math.max(label, TextWidth.of(position(token)) + Table.GAP + TextWidth.of(chip(token)));
        }
        List<Integer> widths = new ArrayList<>();
        for (int row = 0; row < map.rows(); row++) {
            int key = title(row).length();
            for (int query = 0; query < Math.min(MOST_ROWS, map.queries().size()); query++) {
                for (AttentionLink link : map.strongest(row, query, most, threshold)) {
                    key = Math.max(key, TextWidth.of(key(link)));
                }
            }
            widths.add(key + Table.GAP + "> 99 %".length());
        }
        return Wrap.blocks(widths, terminal.columns() - label - Table.GAP);
    }

    /** The lines, in blocks of heads that fit the terminal. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int to : ends) {
            if (from > 0) {
                lines.add("");
            }
            lines.addAll(block(from, to));
            from = to;
        }
        return lines;
    }

    private List<String> block(int from, int to) {
        Table table = new Table(terminal, "rl" + "lr".repeat(to - from));
        List<Cell> titles = new ArrayList<>(List.of(Cell.empty(), new Cell("token", Style.FAINT)));
        for (int row = from; row < to; row++) {
            titles.add(new Cell(title(row), Style.FAINT));
            titles.add(Cell.empty());
        }
        table.row(titles);
        for (int query = 0; query < shown; query++) {
            addQuery(query, from, to, table);
        }
        return table.lines();
    }

    /** A token's links: a line, or more where a head has more links to show. */
    private void addQuery(int query, int from, int to, Table table) {
        List<List<AttentionLink>> links = new ArrayList<>();
        int lines = 1;
        for (int row = from; row < to; row++) {
            links.add(map.strongest(row, query, most, threshold));
            lines = Math.max(lines, links.getLast().size());
        }
        AttentionToken token = map.queries().get(query);
        for (int line = 0; line < lines; line++) {
            List<Cell> cells = new ArrayList<>();
            cells.add(line > 0 ? Cell.empty() : new Cell(position(token), Style.FAINT));
            cells.add(line > 0 ? Cell.empty() : new Cell(chip(token), Style.BOLD));
            for (List<AttentionLink> ofHead : links) {
                if (line < ofHead.size()) {
                    AttentionLink link = ofHead.get(line);
                    cells.add(Cell.of(key(link)));
                    cells.add(new Cell(Percent.whole(link.weight()), ColourSteps.SHARES.style(link.weight())));
                } else {
                    cells.add(line > 0 ? Cell.empty() : new Cell("-", Style.FAINT));
                    cells.add(Cell.empty());
                }
            }
            table.row(cells);
        }
    }

    private String title(int row) {
        return "head " + map.head(row);
    }

    /** The key with its position, which lines up below those of other tokens. */
    private String key(AttentionLink link) {
        int digits = position(map.keys().getLast()).length();
        String position = position(link.key());
        return " ".repeat(digits - position.length()) + position + " " + chip(link.key());
    }

    private static String position(AttentionToken token) {
        return Integer.toString(token.position());
    }

    private String chip(AttentionToken token) {
        return Chip.of(token.token(), terminal);
    }
}
