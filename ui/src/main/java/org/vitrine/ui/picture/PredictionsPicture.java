package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.LayerPrediction;
import org.vitrine.explain.LayerPredictions;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;
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
    private static final int MOST = 500;
    private static final double GAP = 5;
    private static final double BAR = 4;
    private static final double PAD = 5;

    private final LayerPredictions predictions;
    private final Theme theme;
    private final TextStyle small;
    private final int winner;
    private final double width;

    private PredictionsPicture(LayerPredictions predictions, Theme theme) {
        this.predictions = predictions;
        this.theme = theme;
        this.small = theme.small();
        this.winner = predictions.layers().getLast().candidates().getFirst().id();
        double widest = 0;
        for (LayerPrediction layer : predictions.layers()) {
            for (Candidate candidate : shown(layer)) {
                widest = Math.max(widest, chip(candidate).width());
                widest = Math.max(widest,
                        small.width(rank(candidate) + "  " + percent(candidate)) + 2 * theme.length(PAD));
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
        PredictionsPicture picture = new PredictionsPicture(predictions, theme);
        String title = predictions.layers().size() == 1
                ? "the token at position " + predictions.position() + ", as "
                        + LayerNames.of(predictions.layers().getFirst().layer()) + " would have it"
                : "the token at position " + predictions.position() + ", as each layer would have it";
        List<String> all = new ArrayList<>(picture.legend());
        all.addAll(notes);
        return new PassageSheet(context, theme).picture(new PassageSheet.Heading(title, predictions.position()),
                picture.body(), all);
    }

    private List<String> legend() {
        List<String> legend = new ArrayList<>();
        legend.add(
                "In a box: the rank, the probability, the token, and the probability as a bar; a full bar is 100 %.");
        if (predictions.layers().size() > 1) {
            legend.add("Outlined boxes hold what the last layer says.");
        }
        int count = predictions.layers().getFirst().candidates().size();
        if (count > MOST) {
            legend.add("Of " + Figure.grouped(count) + " candidates the first " + MOST + " are drawn.");
        }
        return legend;
    }

    private Sketch body() {
        Sketch body = new Sketch();
        double left = 0;
        for (LayerPrediction layer : predictions.layers()) {
            left = Math.max(left, small.width(LayerNames.of(layer.layer())) + theme.length(2 * GAP));
        }
        double y = 0;
        for (LayerPrediction layer : predictions.layers()) {
            body.text(LayerNames.of(layer.layer()), 0, small.baseLine(y + height() / 2), small);
            List<Candidate> candidates = shown(layer);
            for (int i = 0; i < candidates.size(); i++) {
                double x = left + i % A_ROW * (width + theme.length(GAP));
                double top = y + i / A_ROW * (height() + theme.length(GAP));
                candidate(body, new Box(x, top, width, height()), candidates.get(i), layer);
            }
            y = body.bottom() + theme.length(candidates.size() > A_ROW ? 3 * GAP : GAP);
        }
        return body;
    }

    private void candidate(Sketch body, Box box, Candidate candidate, LayerPrediction layer) {
        boolean wins = candidate.id() == winner && predictions.layers().size() > 1;
        Box inner = box.inset(theme.length(PAD));
        body.rectangle(box, theme.faint().withOpacity(0.12));
        if (wins) {
            body.outline(box, theme.ink(), theme.length(1.5));
        }
        body.text(rank(candidate), inner.x(), inner.y() + 0.8 * small.size(), small);
        body.text(percent(candidate), inner.right(), inner.y() + 0.8 * small.size(), small.aligned(Align.RIGHT));
        double bar = inner.bottom() - theme.length(BAR);
        double top = inner.y() + small.size();
        chip(candidate).paint(body, new Box(box.x(), top, box.width(), bar - top));
        body.rectangle(new Box(inner.x(), bar, inner.width(), theme.length(BAR)), theme.positive().withOpacity(0.2));
        body.rectangle(new Box(inner.x(), bar, inner.width() * candidate.probability(), theme.length(BAR)),
                theme.positive());
        body.hint(box, Chip.of(candidate.token()) + ", id " + candidate.id() + ": rank " + candidate.rank()
                + ", probability " + candidate.probability() + ", logit " + candidate.logit() + ", read from "
                + layer.tensor());
    }

    private double height() {
        return theme.length(2 * PAD + BAR) + small.size() + 1.6 * theme.text().size();
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

    private static List<Candidate> shown(LayerPrediction layer) {
        return layer.candidates().subList(0, Math.min(MOST, layer.candidates().size()));
    }
}
