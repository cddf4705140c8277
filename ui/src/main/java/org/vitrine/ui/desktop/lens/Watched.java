package org.vitrine.ui.desktop.lens;

import java.util.List;
import java.util.Optional;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.answer.RankingsWatchAnswer;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Context;
import org.vitrine.ui.picture.RankingsWatchPicture.Part;
import org.vitrine.ui.picture.RankingsWatchPicture.Show;
import org.vitrine.ui.picture.RankingsWatchPicture;

/**
 * The ranks of watched words at one place.
 *
 * @param words the words, in the order of the answer's columns
 * @param answer as on the command line
 * @param before the same without an intervention; empty where nothing is compared
 * @param part which part of the picture the window shows
 */
record Watched(List<WatchedWord> words, RankingsWatchAnswer answer, Optional<RankingsWatchAnswer> before, Part part) {
    Watched {
        words = List.copyOf(words);
    }

    private Show show(Part shown) {
        Optional<RankTable> other = before.map(RankingsWatchAnswer::table);
        return new Show(answer.table(), other, shown);
    }

    /** For the window, which says itself what it is about and which lens it is. */
    Picture inWindow(Theme theme) {
        return RankingsWatchPicture.of(Context.SAID, show(part), List.of(), theme);
    }

    /** What stands out when somebody points at a token's line; empty where no line is drawn for it. */
    Optional<Picture> overlay(int id, Theme theme) {
        List<RankTable.Column> columns = answer.table().columns();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).id() == id && part == Part.CHART) {
                return Optional.of(RankingsWatchPicture.overlay(show(part), c, List.of(), theme));
            }
        }
        return Optional.empty();
    }

    /** For a file. */
    Picture whole(Theme theme) {
        return RankingsWatchPicture.of(Context.of(answer.texts().joined(), answer.passage()), show(Part.BOTH),
                List.of(Page.sentence(answer.table().lens(), answer.passage())), theme);
    }

    String document() {
        return before.map(other -> Documents.of(answer, other)).orElseGet(() -> Documents.of(answer));
    }
}
