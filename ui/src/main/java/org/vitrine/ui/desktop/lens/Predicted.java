package org.vitrine.ui.desktop.lens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.explain.PredictionChanges;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.answer.PredictionsAnswer;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Context;
import org.vitrine.ui.picture.PredictionsPicture;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.LayerNames;

/**
 * What each layer would say at one place.
 *
 * @param answer as on the command line
 * @param before the same without an intervention, and what that changed; empty where nothing is compared
 * @param chosen how each layer ranks the chosen token; empty where none was chosen
 */
record Predicted(PredictionsAnswer answer, Optional<Before> before, Optional<Chosen> chosen) {
    /** What is without the intervention, and the difference. */
    record Before(PredictionsAnswer answer, PredictionChanges changes) {
    }

    /**
     * The ranks of one token.
     *
     * @param before without the intervention; empty where nothing is compared
     */
    record Chosen(RankTable table, Optional<RankTable> before) {
        int id() {
            return table.columns().getFirst().id();
        }

        /** {@code Ranks of ‘·London’: embeddings 1203, layer 0 45 (without the intervention 40), …} */
        String sentence() {
            List<String> ranks = new ArrayList<>();
            for (int r = 0; r < table.rows().size(); r++) {
                int rank = table.rows().get(r).cells().getFirst().rank();
                int row = r;
                String was = before.map(other -> other.rows().get(row).cells().getFirst().rank())
                        .filter(other -> other != rank).map(other -> " (was " + other + ")").orElse("");
                ranks.add(LayerNames.of(table.rows().get(r).layer()) + " → " + rank + was);
            }
            return "Chosen: ‘" + Chip.of(table.columns().getFirst().token()) + "’, id " + id()
                    + ". Its rank in each layer: "
                    + String.join(", ", ranks) + ".";
        }
    }

    /** For the window, which says itself what it is about and which lens it is. */
    Picture inWindow(Theme theme) {
        return picture(Context.SAID, chosen.stream().map(Chosen::sentence).toList(), theme);
    }

    /** For a file. */
    Picture whole(Theme theme) {
        List<String> notes = new ArrayList<>(chosen.stream().map(Chosen::sentence).toList());
        notes.addAll(answer.notes());
        return picture(Context.of(answer.texts().joined(), answer.passage()), notes, theme);
    }

    private Picture picture(Context context, List<String> notes, Theme theme) {
        int outlined = chosen.map(Chosen::id).orElse(PredictionsPicture.NONE);
        return before.map(other -> PredictionsPicture.of(context, other.changes(), outlined, notes, theme))
                .orElseGet(() -> PredictionsPicture.of(context, answer.predictions(), outlined, notes, theme));
    }

    String document() {
        return before.map(other -> Documents.of(answer, other.answer())).orElseGet(() -> Documents.of(answer));
    }
}
