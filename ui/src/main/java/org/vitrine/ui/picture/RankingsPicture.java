package org.vitrine.ui.picture;

import java.util.List;
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
        return new PassageSheet(context, theme).picture(
                new PassageSheet.Heading("the rank of each token after each layer", -1),
                new RankGrid(table, false, theme).sketch(), notes);
    }
}
