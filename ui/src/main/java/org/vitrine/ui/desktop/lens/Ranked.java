package org.vitrine.ui.desktop.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.answer.RankingsAnswer;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Context;
import org.vitrine.ui.picture.RankingsPicture;

/**
 * The ranks of a line's tokens.
 *
 * @param answer as on the command line
 * @param before the same without an intervention; empty where nothing is compared
 * @param notes what else there is to say
 */
record Ranked(RankingsAnswer answer, Optional<RankingsAnswer> before, List<String> notes) {
    Ranked {
        notes = List.copyOf(notes);
    }

    /** For the window, which says itself what it is about and which lens it is. */
    Picture inWindow(Theme theme) {
        return picture(Context.SAID, notes, theme);
    }

    /** For a file. */
    Picture whole(Theme theme) {
        List<String> all = new ArrayList<>(notes);
        all.add(Page.sentence(answer.table().lens(), answer.passage()));
        return picture(Context.of(answer.texts().joined(), answer.passage()), all, theme);
    }

    private Picture picture(Context context, List<String> sentences, Theme theme) {
        Optional<RankTable> other = before.map(RankingsAnswer::table);
        return RankingsPicture.of(context, answer.table(), other, sentences, theme);
    }

    String document() {
        return before.map(other -> Documents.of(answer, other)).orElseGet(() -> Documents.of(answer));
    }
}
