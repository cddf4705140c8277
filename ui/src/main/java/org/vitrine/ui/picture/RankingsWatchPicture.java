package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;

/** How each layer ranks some tokens at one position, as a heat map and as lines: Ecco's {@code rankings_watch}. */
public final class RankingsWatchPicture {
    private static final double GAP = 36;
    /** A grid that leaves room for the chart at its right. */
    private static final double NARROW = 480;
    private static final double ENLARGED = 1.8;

    private RankingsWatchPicture() {
    }

    /** Which part of it is drawn. */
    public enum Part {
        /** Map and lines. */
        BOTH,
        /** The heat map. */
        MAP,
        /** The lines, larger. */
        CHART
    }

    /**
     * What is drawn.
     *
     * @param table all its columns are at one position
     * @param before the same without an intervention; empty where nothing is compared
     * @param part which part of the picture
     */
    public record Show(RankTable table, Optional<RankTable> before, Part part) {
        private RankGrid grid(Theme theme) {
            return new RankGrid(table, before, table.columns().size() > 1, theme);
        }

        private RankChart chart(Theme theme, int only) {
            return new RankChart(table, before, theme, part == Part.CHART ? ENLARGED : 1, only);
        }

        private int position() {
            return table.columns().getFirst().position();
        }
    }

    /**
     * The picture.
     *
     * @param table all its columns are at one position
     * @param notes sentences at the foot: which lens it was
     */
    public static Picture of(Context context, RankTable table, List<String> notes, Theme theme) {
        return of(context, new Show(table, Optional.empty(), Part.BOTH), notes, theme);
    }

    /**
     * The picture or a part of it.
     *
     * @param notes sentences at the foot: which lens it was
     */
    public static Picture of(Context context, Show show, List<String> notes, Theme theme) {
        return new PassageSheet(context, theme).picture(
                new PassageSheet.Heading("ranks at position " + show.position() + " after each layer", show.position()),
                body(show, theme), notes(show, notes, theme));
    }

    /**
     * The chart again with one line only and its numbers, to be laid over the picture of the chart.
     *
     * @param column whose line
     */
    public static Picture overlay(Show show, int column, List<String> notes, Theme theme) {
        return new PassageSheet(Context.SAID, theme).overlay(show.chart(theme, column).sketch(),
                notes(show, notes, theme));
    }

    private static Sketch body(Show show, Theme theme) {
        Sketch chart = show.chart(theme, RankChart.ALL).sketch();
        if (show.part() == Part.CHART) {
            return chart;
        }
        Sketch body = show.grid(theme).sketch();
        if (show.part() == Part.BOTH && body.right() <= theme.length(NARROW)) {
            body.beside(theme.length(GAP), 0, chart);
        } else if (show.part() == Part.BOTH) {
            body.below(theme.length(GAP / 2), chart);
        }
        return body;
    }

    private static List<String> notes(Show show, List<String> notes, Theme theme) {
        List<String> all = new ArrayList<>();
        if (show.part() != Part.CHART) {
            all.addAll(show.grid(theme).legend());
        }
        if (show.part() != Part.MAP && show.before().isPresent()) {
            all.add("Dashed lines: without the intervention.");
        }
        all.addAll(notes);
        return all;
    }
}
