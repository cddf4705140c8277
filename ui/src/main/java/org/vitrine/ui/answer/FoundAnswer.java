package org.vitrine.ui.answer;

import java.util.List;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.generate.Hypothesis;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Style;
import org.vitrine.ui.terminal.Table;
import org.vitrine.ui.terminal.Wrap;
import tools.jackson.core.JsonGenerator;

/**
 * Texts that a model wrote by weighing several side by side.
 *
 * @param texts what was typed
 * @param prompt its tokens
 * @param settings how many beams, how long, and what not to write
 * @param all whether to show the other texts, too
 * @param found best first
 */
public record FoundAnswer(Texts texts, Passage prompt, GenerationSettings settings, boolean all, List<Hypothesis> found)
        implements
            Answer {
    /** Columns that a score and the gap after it take at most. */
    private static final int SCORE_WIDTH = 14;

    public FoundAnswer {
        found = List.copyOf(found);
    }

    @Override
    public void show(Page page) {
        page.line(page.terminal().paint(Style.BOLD, Chip.lines(text(found.getFirst()))));
        if (!all) {
            return;
        }
        page.line();
        page.title("The texts of " + settings.beams() + " beams");
        Table table = new Table(page.terminal(), "rl");
        table.titles("score", "text");
        found.forEach(hypothesis -> rows(hypothesis, table, page.terminal().columns() - SCORE_WIDTH));
        page.lines(table.lines());
        page.line();
        page.aside(
                "Score: the sum of the tokens' log-probabilities, divided by their number to the power of the length "
                        + "penalty, " + Figure.of((float) settings.lengthPenalty()) + ".");
    }

    /** A text in as many lines as it needs, its score before the first. */
    private void rows(Hypothesis hypothesis, Table table, int columns) {
        Cell score = Cell.of(Figure.of((float) hypothesis.score()));
        for (String line : Wrap.words(Chip.line(text(hypothesis)), columns)) {
            table.row(score, Cell.of(line));
            score = Cell.empty();
        }
    }

    @Override
    public void write(JsonGenerator json) {
        Hypothesis best = found.getFirst();
        Json.passage(json, texts, prompt.with(best));
        json.writeNumberProperty("beams", settings.beams());
        json.writeNumberProperty("prompt_length", prompt.size());
        Json.numbers(json, "ids", best.ids());
        Json.numbers(json, "written_ids", written());
        json.writeStringProperty("generated_text", text());
        json.writeStringProperty("stop", best.finished() ? "end" : "length");
        json.writeArrayPropertyStart("hypotheses");
        for (Hypothesis hypothesis : found) {
            json.writeStartObject();
            json.writeNumberProperty("score", hypothesis.score());
            json.writeBooleanProperty("finished", hypothesis.finished());
            Json.numbers(json, "ids", hypothesis.ids());
            json.writeStringProperty("text", text(hypothesis));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The best text, as people read it. */
    public String text() {
        return text(found.getFirst());
    }

    /** The ids of the best text, without those of what was typed. */
    public List<Integer> written() {
        List<Integer> ids = found.getFirst().ids();
        return ids.subList(prompt.size(), ids.size());
    }

    private String text(Hypothesis hypothesis) {
        return WrittenAnswer.text(prompt, settings, hypothesis.ids());
    }
}
