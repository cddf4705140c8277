package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.HeadHabit;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.ColourSteps;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;

/** What each head looks at on average: a row a head, in words and in numbers. */
final class HeadTable {
    private static final double MOSTLY = 0.5;

    private final List<HeadSummary> heads;
    private final Set<HeadHabit> habits;
    private final Terminal terminal;

    /** @param keys what is looked at, as far as it is shown */
    HeadTable(List<HeadSummary> heads, AttentionKind kind, List<AttentionToken> keys, Terminal terminal) {
        this.heads = heads;
        this.habits = HeadHabit.among(kind, keys);
        this.terminal = terminal;
    }

    /** The lines; none where no place can be named. */
    List<String> lines() {
        if (habits.isEmpty()) {
            return List.of();
        }
        Table table = new Table(terminal, "rlr");
        List<Cell> titles = new ArrayList<>();
        List.of("head", "looks on average at").forEach(title -> titles.add(new Cell(title, Style.FAINT)));
        habits.forEach(habit -> titles.add(new Cell(habit.label(), Style.FAINT)));
        titles.add(new Cell("entropy", Style.FAINT));
        table.row(titles);
        for (HeadSummary head : heads) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(head.head()), Cell.of(words(head))));
            for (HeadHabit habit : habits) {
                double share = habit.share(head);
                row.add(new Cell(Percent.whole(share), ColourSteps.SHARES.style(share)));
            }
            row.add(Cell.of(Figure.of((float) head.entropy())));
            table.row(row);
        }
        return table.lines();
    }

    private String words(HeadSummary head) {
        HeadHabit habit = HeadHabit.strongest(head, habits);
        double share = habit.share(head);
        if (share < HeadHabit.CLEAR) {
            return "no fixed place";
        }
        return (share < MOSTLY ? "often " : "") + habit.words();
    }
}
