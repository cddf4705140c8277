package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;

/** How each layer ranks some tokens at one position, as a heat map and as lines: Ecco's {@code rankings_watch}. */
public final class RankingsWatchPicture {
    private static final double GAP = 36;
    /** A grid that leaves room for the chart at its right. */
    private static final double NARROW = 480;

    private RankingsWatchPicture() {
    }

    /**
     * The picture.
     *
     * @param table all its columns are at one position
     * @param notes sentences at the foot: which lens it was
     */
    public static Picture of(Context context, RankTable table, List<String> notes, Theme theme) {
        RankGrid grid = new RankGrid(table, table.columns().size() > 1, theme);
        Sketch body = grid.sketch();
        Sketch chart = new RankChart(table, theme).sketch();
        if (body.right() <= theme.length(NARROW)) {
            body.beside(theme.length(GAP), 0, chart);
        } else {
            body.below(theme.length(GAP / 2), chart);
        }
        int position = table.columns().getFirst().position();
        List<String> all = new ArrayList<>(grid.legend());
        all.addAll(notes);
        return new PassageSheet(context, theme).picture(
                new PassageSheet.Heading("ranks at position " + position + " after each layer", position), body, all);
    }
}
