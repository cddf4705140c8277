package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.CandidateChange;
import org.vitrine.explain.LayerPredictions;
import org.vitrine.explain.PredictionChanges;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;
import org.vitrine.ui.picture.spot.CandidateSpot;
import org.vitrine.ui.picture.spot.LayerSpot;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.LayerNames;
import org.vitrine.ui.terminal.Percent;

/**
 * What each layer would say at one position, as Ecco draws it: a row of boxes for each layer, in each box a candidate with
 * its rank, its probability and a bar.
 */
public final class PredictionsPicture {
    private static final int A_ROW = 10;
    /** Boxes that compare are wider. */
    private static final int A_COMPARING_ROW = 8;
    private static final int MOST = 500;
    private static final double GAP = 5;
    private static final double BAR = 4;
    private static final double PAD = 5;

    /** Instead of a token: none was chosen. */
    public static final int NONE = -1;

    private final List<Row> rows;
    private final int chosen;
    private final Theme theme;
    private final TextStyle small;
    private final int winner;
    private final double width;

    /** What one layer would say. */
    private record Row(int layer, String tensor, List<Entry> entries) {
        /** At most so many as are drawn. */
        List<Entry> shown() {
            return entries.subList(0, Math.min(MOST, entries.size()));
        }
    }

    /** A candidate, and the same before an intervention, if there was one. */
    private record Entry(Candidate candidate, Optional<CandidateChange> change) {
    }

    private PredictionsPicture(List<Row> rows, int chosen, Theme theme) {
        this.rows = rows;
        this.chosen = chosen;
        this.theme = theme;
        this.small = theme.small();
        this.winner = rows.getLast().entries().getFirst().candidate().id();
        double widest = 0;
        for (Row row : rows) {
            for (Entry entry : row.shown()) {
                widest = Math.max(widest, chip(entry.candidate()).width());
                widest = Math.max(widest, small.width(rank(entry.candidate()) + "  " + percent(entry.candidate()))
                        + 2 * theme.length(PAD));
                widest = Math.max(widest, entry.change()
                        .map(change -> small.width(was(change) + "  " + points(change)) + 2 * theme.length(PAD))
                        .orElse(0.0));
            }
        }
        this.width = widest;
    }

    /**
     * The picture.
     *
     * @param notes sentences at the foot: which lens it was, and what else there is to say
     */
    public static Picture of(Context context, LayerPredictions predictions, List<String> notes, Theme theme) {
        return of(context, predictions, NONE, notes, theme);
    }

    /**
     * The picture, with one token outlined wherever it stands.
     *
     * @param chosen the token's id, or {@link #NONE}
     * @param notes sentences at the foot: which lens it was, and what else there is to say
     */
    public static Picture of(Context context, LayerPredictions predictions, int chosen, List<String> notes,
            Theme theme) {
        List<Row> rows = predictions.layers().stream().map(layer -> new Row(layer.layer(), layer.tensor(),
                layer.candidates().stream().map(candidate -> new Entry(candidate, Optional.empty())).toList()))
                .toList();
        return new PredictionsPicture(rows, chosen, theme).picture(context, predictions.position(), notes);
    }

    /**
     * What an intervention did: the candidates of both passes, with their probabilities after it and how these changed.
     *
     * @param chosen the id of a token to be outlined, or {@link #NONE}
     * @param notes sentences at the foot: which lens it was, and what else there is to say
     */
    public static Picture of(Context context, PredictionChanges changes, int chosen, List<String> notes, Theme theme) {
        List<Row> rows = changes.layers().stream().map(layer -> new Row(layer.layer(), layer.tensor(), layer
                .candidates().stream().map(change -> new Entry(change.after(), Optional.of(change))).toList()))
                .toList();
        return new PredictionsPicture(rows, chosen, theme).picture(context, changes.position(), notes);
    }

    private Picture picture(Context context, int position, List<String> notes) {
        String title = rows.size() == 1
                ? "the token at position " + position + ", as " + LayerNames.of(rows.getFirst().layer())
                        + " would have it"
                : "the token at position " + position + ", as each layer would have it";
        List<String> all = new ArrayList<>(legend());
        all.addAll(notes);
        return new PassageSheet(context, theme).picture(new PassageSheet.Heading(title, position), body(position), all);
    }

    private boolean compares() {
        return rows.getFirst().entries().getFirst().change().isPresent();
    }

    private int aRow() {
        return compares() ? A_COMPARING_ROW : A_ROW;
    }

    private List<String> legend() {
        List<String> legend = new ArrayList<>();
        legend.add(
                "In a box: the rank, the probability, the token, and the probability as a bar; a full bar is 100 %.");
        if (compares()) {
            legend.add(
                    "Below: the rank without the intervention where it was another, and how the probability changed, in "
                            + "percentage points: blue up, orange down. A stroke on the bar: the probability without it.");
        }
        if (rows.size() > 1) {
            legend.add("Outlined boxes hold what the last layer says.");
        }
        if (chosen != NONE) {
            legend.add("Boxes with a thick outline hold the chosen token.");
        }
        int count = rows.getFirst().entries().size();
        if (count > MOST) {
            legend.add("Of " + Figure.grouped(count) + " candidates the first " + MOST + " are drawn.");
        }
        return legend;
    }

    private Sketch body(int position) {
        Sketch body = new Sketch();
        double left = 0;
        for (Row row : rows) {
            left = Math.max(left, small.width(LayerNames.of(row.layer())) + theme.length(2 * GAP));
        }
        double y = 0;
        for (Row row : rows) {
            body.text(LayerNames.of(row.layer()), 0, small.baseLine(y + height() / 2), small);
            body.spot(new Box(0, y, left - theme.length(GAP), height()), new LayerSpot(row.layer()));
            List<Entry> entries = row.shown();
            for (int i = 0; i < entries.size(); i++) {
                double x = left + i % aRow() * (width + theme.length(GAP));
                double top = y + i / aRow() * (height() + theme.length(GAP));
                Box box = new Box(x, top, width, height());
                candidate(body, box, entries.get(i), row);
                body.spot(box, new CandidateSpot(row.layer(), position, entries.get(i).candidate().id()));
            }
            y = body.bottom() + theme.length(entries.size() > aRow() ? 3 * GAP : GAP);
        }
        return body;
    }

    private void candidate(Sketch body, Box box, Entry entry, Row row) {
        Candidate candidate = entry.candidate();
        Box inner = box.inset(theme.length(PAD));
        body.rectangle(box, theme.faint().withOpacity(0.12));
        if (candidate.id() == chosen) {
            body.outline(box, theme.ink(), theme.length(3));
        } else if (candidate.id() == winner && rows.size() > 1) {
            body.outline(box, theme.ink(), theme.length(1.5));
        }
        body.text(rank(candidate), inner.x(), inner.y() + 0.8 * small.size(), small);
        body.text(percent(candidate), inner.right(), inner.y() + 0.8 * small.size(), small.aligned(Align.RIGHT));
        double top = inner.y() + small.size();
        double bar = inner.bottom() - theme.length(BAR) - more();
        chip(candidate).paint(body, new Box(box.x(), top, box.width(), bar - top));
        body.rectangle(new Box(inner.x(), bar, inner.width(), theme.length(BAR)), theme.positive().withOpacity(0.2));
        body.rectangle(new Box(inner.x(), bar, inner.width() * candidate.probability(), theme.length(BAR)),
                theme.positive());
        entry.change()
                .ifPresent(change -> change(body, new Box(inner.x(), bar, inner.width(), theme.length(BAR)), change));
        body.hint(box, Chip.of(candidate.token()) + ", id " + candidate.id() + ": rank " + candidate.rank()
                + ", probability " + candidate.probability() + ", logit " + candidate.logit() + ", read from "
                + row.tensor() + entry.change().map(PredictionsPicture::once).orElse(""));
    }

    /** Draws what was without the intervention, on the bar and below it. */
    private void change(Sketch body, Box bar, CandidateChange change) {
        double once = bar.x() + bar.width() * change.before().probability();
        body.line(new Line(once, bar.y() - theme.length(1), once, bar.bottom() + theme.length(1)), theme.ink(),
                theme.length(1.5));
        double y = bar.bottom() + 1.2 * small.size();
        body.text(was(change), bar.x(), y, small);
        Colour colour = change.difference() == 0 ? theme.faint()
                : change.difference() > 0 ? theme.positive() : theme.negative();
        body.text(points(change), bar.right(), y, small.aligned(Align.RIGHT).coloured(colour));
    }

    private static String once(CandidateChange change) {
        return "; without the intervention: rank " + change.before().rank() + ", probability "
                + change.before().probability() + ", logit " + change.before().logit();
    }

    private static String was(CandidateChange change) {
        return change.before().rank() == change.after().rank() ? "" : "was " + change.before().rank();
    }

    private static String points(CandidateChange change) {
        return Percent.points(change.difference());
    }

    private double height() {
        return theme.length(2 * PAD + BAR) + small.size() + 1.6 * theme.text().size()
                + more();
    }

    /** The room for what was without an intervention. */
    private double more() {
        return compares() ? 1.2 * small.size() : 0;
    }

    private TokenChip chip(Candidate candidate) {
        return new TokenChip(candidate.token(), theme.text());
    }

    private static String rank(Candidate candidate) {
        return Integer.toString(candidate.rank());
    }

    private static String percent(Candidate candidate) {
        return Percent.of(candidate.probability());
    }
}
