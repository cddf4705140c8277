package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;

/** How each layer ranks the tokens that were written: Ecco's {@code rankings}. */
public final class RankingsPicture {
    private RankingsPicture() {
    }

    /**
     * The picture.
     *
     * @param notes sentences at the foot: which lens it was
     */
    public static Picture of(Context context, RankTable table, List<String> notes, Theme theme) {
        return of(context, table, Optional.empty(), notes, theme);
    }

    /**
     * The picture, where ranks are compared with those without an intervention.
     *
     * @param before the same tokens without it; empty where nothing is compared
     * @param notes sentences at the foot: which lens it was
     */
    public static Picture of(Context context, RankTable table, Optional<RankTable> before, List<String> notes,
            Theme theme) {
        RankGrid grid = new RankGrid(table, before, false, theme);
        List<String> all = new ArrayList<>(grid.legend());
        all.addAll(notes);
        return new PassageSheet(context, theme).picture(
                new PassageSheet.Heading("the rank of each token after each layer", -1), grid.sketch(), all);
    }
}
