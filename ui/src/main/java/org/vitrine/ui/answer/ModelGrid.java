package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.HeadHabit;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.explain.attention.StrikingLinks;
import org.vitrine.ui.answer.ModelViewAnswer.Grid;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.ColourSteps;
import org.vitrine.ui.terminal.LayerNames;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.ui.terminal.Wrap;

/** One attention of a model as a grid, a row for each layer and a column for each head, and its links that stand out. */
final class ModelGrid {
    /** What the words in the cells mean. */
    static final String LEGEND = "prev, self, next: the token before, the token itself, the token after; spec: special tokens; "
            + "first: the first token; each with its average share in percent. Where none has "
            + Math.round(100 * HeadHabit.CLEAR) + ": the strongest other link, from a position to a position.";

    private static final int STRIKING = 3;
    private static final double FAINTEST = 0.1;

    private final Grid grid;
    private final AttentionQuestion question;
    private final Terminal terminal;
    private final Set<HeadHabit> habits;
    private final List<List<AttentionLink>> striking; // of each layer

    ModelGrid(Grid grid, AttentionQuestion question, Terminal terminal) {
        this.grid = grid;
        this.question = question;
        this.terminal = terminal;
        this.habits = HeadHabit.among(grid.kind(), grid.maps().getFirst().keys());
        double least = Math.max(FAINTEST, question.threshold());
        this.striking = grid.maps().stream().map(map -> StrikingLinks.of(map, STRIKING, least)).toList();
    }

    /** The lines, in blocks of heads that fit the terminal. */
    List<String> lines() {
        List<List<Cell>> columns = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (int head = 0; head < grid.maps().getFirst().rows(); head++) {
            columns.add(column(head));
            widths.add(columns.getLast().stream().mapToInt(cell -> cell.text().length()).max().orElse(0));
        }
        int label = LayerNames.of(grid.maps().getLast().layer()).length() + Table.GAP;
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int to : Wrap.blocks(widths, terminal.columns() - label)) {
            if (from > 0) {
                lines.add("");
            }
            lines.addAll(block(columns.subList(from, to)));
            from = to;
        }
        return lines;
    }

    private List<String> block(List<List<Cell>> columns) {
        Table table = new Table(terminal, "l");
        for (int line = 0; line <= grid.maps().size(); line++) {
            List<Cell> row = new ArrayList<>();
            row.add(line == 0 ? Cell.empty() : Cell.of(LayerNames.of(grid.maps().get(line - 1).layer())));
            for (List<Cell> column : columns) {
                row.add(column.get(line));
            }
            table.row(row);
        }
        return table.lines();
    }

    /** The title and the cell of each layer. */
    private List<Cell> column(int head) {
        List<Cell> column = new ArrayList<>();
        column.add(new Cell("head " + grid.maps().getFirst().head(head), Style.FAINT));
        for (int layer = 0; layer < grid.maps().size(); layer++) {
            column.add(cell(layer, head));
        }
        return column;
    }

    private Cell cell(int layer, int head) {
        AttentionMap map = grid.maps().get(layer);
        if (question.filter() != SentenceFilter.ALL) {
            return cell(question.filter().toString(), map.given(head));
        }
        HeadSummary summary = grid.summary(layer, head);
        if (!habits.isEmpty()) {
            HeadHabit habit = HeadHabit.strongest(summary, habits);
            if (habit.share(summary) >= HeadHabit.CLEAR) {
                return cell(habit.label(), habit.share(summary));
            }
        }
        List<AttentionLink> links = StrikingLinks.of(map, head, 1, question.threshold());
        if (links.isEmpty()) {
            return new Cell("-", Style.FAINT);
        }
        AttentionLink link = links.getFirst();
        return cell(link.query().position() + (terminal.unicode() ? "→" : ">") + link.key().position(), link.weight());
    }

    private static Cell cell(String word, double share) {
        return new Cell(word + " " + Math.round(100 * share), ColourSteps.SHARES.style(share));
    }

    /** Whether there are links that stand out. */
    boolean hasStriking() {
        return striking.stream().anyMatch(links -> !links.isEmpty());
    }

    /** The links that stand out, a line for each layer. */
    List<String> striking() {
        Table table = new Table(terminal, "l");
        for (int layer = 0; layer < grid.maps().size(); layer++) {
            String label = LayerNames.of(grid.maps().get(layer).layer());
            for (AttentionLink link : striking.get(layer)) {
                table.row(Cell.of(label), new Cell("head " + link.head(), Style.FAINT), token(link.query()),
                        Cell.of("looks at"), token(link.key()),
                        new Cell(Percent.of(link.weight()), ColourSteps.SHARES.style(link.weight())));
                label = "";
            }
        }
        return table.lines();
    }

    private Cell token(AttentionToken token) {
        return Cell.of(token.position() + " " + Chip.of(token.token(), terminal));
    }
}
