package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
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
        List<Candidate> candidates = new ArrayList<>(next.candidates());
        if (candidates.stream().noneMatch(candidate -> candidate.id() == next.chosen().id())) {
            candidates.add(next.chosen());
        }
        TextStyle small = theme.small();
        double rank = candidates.stream().mapToDouble(each -> small.width(Integer.toString(each.rank()))).max().orElse(0);
        double chips = candidates.stream().mapToDouble(each -> chip(each, theme).width()).max().orElse(0);
        double percent = small.width("> 99.99 %");
        double logit = candidates.stream().mapToDouble(each -> small.width(logit(each))).max().orElse(0);
        double height = chip(next.chosen(), theme).height();
        double gap = theme.length(GAP);
        Sketch table = new Sketch();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate each = candidates.get(i);
            double y = i * height * 1.15;
            double line = small.baseLine(y + height / 2);
            double x = rank;
            table.text(Integer.toString(each.rank()), x, line, small.aligned(Align.RIGHT));
            x += gap / 2;
            chip(each, theme).paint(table, new Box(x, y, chips, height), theme.faint().withOpacity(0.12));
            x += chips + gap + percent;
            table.text(Percent.of(each.probability()), x, line, small.aligned(Align.RIGHT));
            x += gap;
            Box bar = new Box(x, y + height / 4, theme.length(BAR), height / 2);
            table.rectangle(bar, theme.positive().withOpacity(0.2));
            table.rectangle(new Box(x, bar.y(), bar.width() * each.probability(), bar.height()), theme.positive());
            x += bar.width() + gap + logit;
            table.text(logit(each), x, line, small.aligned(Align.RIGHT));
            Box row = new Box(0, y, x, height);
            if (each.id() == next.chosen().id()) {
                table.outline(row.inset(-theme.length(1)), theme.ink(), theme.length(1.5));
            }
            table.hint(row, Chip.of(each.token()) + ", id " + each.id() + ": rank " + each.rank() + ", probability "
                    + each.probability() + ", logit " + each.logit());
            table.spot(row, new CandidateSpot(layer, position, each.id()));
        }
        return table;
    }

    private static String logit(Candidate candidate) {
        return Figure.of(candidate.logit());
    }

    private static TokenChip chip(Candidate candidate, Theme theme) {
        return new TokenChip(candidate.token(), theme.text());
    }
}
