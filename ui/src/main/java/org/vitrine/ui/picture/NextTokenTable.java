package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.NextToken;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;
import org.vitrine.ui.picture.spot.CandidateSpot;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Percent;

/**
 * The candidates for the next token, one below the other, the chosen one outlined.
 *
 * @param next the candidates, and which was chosen
 * @param position of the token that is written
 * @param layer the last layer, which says so
 */
public record NextTokenTable(NextToken next, int position, int layer) implements WritingPicture.Choice {
    private static final double BAR = 220;
    private static final double GAP = 12;
    private static final double LINE = 1.15;

    @Override
    public String title() {
        return "Candidates for position " + position + ", the chosen one outlined";
    }

    @Override
    public List<String> legend() {
        return List.of("Rank, token, probability, the probability as a bar, a full bar is 100 %, and the logit.");
    }

    @Override
    public Sketch sketch(Theme theme) {
        List<Candidate> rows = new ArrayList<>(next.candidates());
        if (rows.stream().noneMatch(candidate -> candidate.id() == next.chosen().id())) {
            rows.add(next.chosen());
        }
        TextStyle small = theme.small();
        double gap = theme.length(GAP);
        double rank = widest(rows, each -> small.width(Integer.toString(each.rank())));
        double chips = widest(rows, each -> chip(each, theme).width());
        double percent = rank + chips + 1.5 * gap + small.width("> 99.99 %");
        double logit = percent + gap + theme.length(BAR) + gap + widest(rows, each -> small.width(logit(each)));
        double height = chip(next.chosen(), theme).height();
        Sketch table = new Sketch();
        for (int i = 0; i < rows.size(); i++) {
            Candidate each = rows.get(i);
            Box row = new Box(0, i * height * LINE, logit, height);
            double line = small.baseLine(row.centreY());
            table.text(Integer.toString(each.rank()), rank, line, small.aligned(Align.RIGHT));
            chip(each, theme).paint(table, new Box(rank + gap / 2, row.y(), chips, height),
                    theme.faint().withOpacity(0.12));
            table.text(Percent.of(each.probability()), percent, line, small.aligned(Align.RIGHT));
            bar(table, new Box(percent + gap, row.y() + height / 4, theme.length(BAR), height / 2), each, theme);
            table.text(logit(each), logit, line, small.aligned(Align.RIGHT));
            if (each.id() == next.chosen().id()) {
                table.outline(row.inset(-theme.length(1)), theme.ink(), theme.length(1.5));
            }
            table.hint(row, Chip.of(each.token()) + ", id " + each.id() + ": rank " + each.rank() + ", probability "
                    + each.probability() + ", logit " + each.logit());
            table.spot(row, new CandidateSpot(layer, position, each.id()));
        }
        return table;
    }

    private static void bar(Sketch table, Box bar, Candidate candidate, Theme theme) {
        table.rectangle(bar, theme.positive().withOpacity(0.2));
        table.rectangle(new Box(bar.x(), bar.y(), bar.width() * candidate.probability(), bar.height()),
                theme.positive());
    }

    private static double widest(List<Candidate> rows, ToDoubleFunction<Candidate> width) {
        return rows.stream().mapToDouble(width).max().orElse(0);
    }

    private static String logit(Candidate candidate) {
        return Figure.of(candidate.logit());
    }

    private static TokenChip chip(Candidate candidate, Theme theme) {
        return new TokenChip(candidate.token(), theme.text());
    }
}
