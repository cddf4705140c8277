package org.vitrine.ui.answer;

import java.util.List;
import org.vitrine.explain.Candidate;
import org.vitrine.explain.CandidateChange;
import org.vitrine.explain.LayerChange;
import org.vitrine.explain.PredictionChanges;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Context;
import org.vitrine.ui.picture.PredictionsPicture;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.EffectWords;
import org.vitrine.ui.terminal.LayerNames;
import org.vitrine.ui.terminal.Percent;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Terminal;
import tools.jackson.core.JsonGenerator;

/**
 * What interventions changed of what each layer would say at one position.
 *
 * @param after with them
 * @param before without them
 * @param changes the difference
 */
public record ChangesAnswer(PredictionsAnswer after, PredictionsAnswer before, PredictionChanges changes)
        implements
            PicturedAnswer {
    @Override
    public void show(Page page) {
        LayerChange last = changes.layers().getLast();
        page.title(after.passage().model().name() + ": the token at position " + changes.position()
                + ", before and after");
        page.passage(before.passage(), changes.position());
        page.lines(layers(page.terminal()));
        page.line();
        page.title("In " + LayerNames.of(last.layer()));
        page.lines(candidates(last, page.terminal()));
        page.line();
        page.paragraph(EffectWords.sentence(likeliestBefore(last), likeliestAfter(last)));
        page.aside("points: by how many percentage points the probability changed.");
        page.lens(changes.lens(), before.passage());
    }

    /** The likeliest token of each layer. */
    private List<String> layers(Terminal terminal) {
        Table table = new Table(terminal, "llrlr");
        table.titles("layer", "before", "", "after", "");
        for (LayerChange layer : changes.layers()) {
            Candidate was = likeliestBefore(layer).before();
            Candidate is = likeliestAfter(layer).after();
            table.row(Cell.of(LayerNames.of(layer.layer())), Cell.of(Chip.of(was.token(), terminal)),
                    Cell.of(Percent.of(was.probability())),
                    new Cell(Chip.of(is.token(), terminal), is.id() == was.id() ? Style.PLAIN : Style.BOLD),
                    Cell.of(Percent.of(is.probability())));
        }
        return table.lines();
    }

    private static List<String> candidates(LayerChange layer, Terminal terminal) {
        Table table = new Table(terminal, "lrrrr");
        table.titles("token", "rank", "before", "after", "points");
        for (CandidateChange change : layer.candidates()) {
            table.row(Cell.of(Chip.of(change.after().token(), terminal)), Cell.of(EffectWords.ranks(change)),
                    Cell.of(Percent.of(change.before().probability())),
                    Cell.of(Percent.of(change.after().probability())),
                    Cell.of(EffectWords.points(change.difference())));
        }
        return table.lines();
    }

    private static CandidateChange likeliestBefore(LayerChange layer) {
        return layer.candidates().stream().filter(change -> change.before().rank() == 1).findFirst().orElseThrow();
    }

    private static CandidateChange likeliestAfter(LayerChange layer) {
        return layer.candidates().stream().filter(change -> change.after().rank() == 1).findFirst().orElseThrow();
    }

    @Override
    public Picture picture(Theme theme) {
        return PredictionsPicture.of(Context.of(after.texts().joined(), before.passage()), changes,
                PredictionsPicture.NONE, after.notes(), theme);
    }

    @Override
    public void write(JsonGenerator json) {
        Json.compared(json, after, before);
    }
}
