package org.vitrine.ui.cli;

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
 * A text that the model writes by weighing several side by side, as soon as somebody looks.
 *
 * @param texts what was typed
 * @param prompt its tokens
 * @param settings how many beams, how long, and what not to write
 * @param all whether to show the other texts, too
 * @param console where to say how far it is
 */
public record BeamsAnswer(Texts texts, Passage prompt, GenerationSettings settings, boolean all, Console console)
        implements
            Answer {
    /** Columns that a score and the gap after it take at most. */
    private static final int SCORE_WIDTH = 14;

    @Override
    public void show(Page page) {
        List<Hypothesis> found = search();
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
        write(json, search());
    }

    /** Writes what was found. */
    void write(JsonGenerator json, List<Hypothesis> found) {
        Hypothesis best = found.getFirst();
        Json.passage(json, texts, prompt.with(best));
        json.writeNumberProperty("beams", settings.beams());
        json.writeNumberProperty("prompt_length", prompt.size());
        Json.numbers(json, "ids", best.ids());
        Json.numbers(json, "written_ids", best.ids().subList(prompt.size(), best.ids().size()));
        json.writeStringProperty("generated_text", text(best));
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

    private List<Hypothesis> search() {
        try (Progress progress = new Progress(console)) {
            return prompt.search(settings, step -> progress.say("vitrine: wrote " + (step.length() - prompt.size())
                    + " tokens, " + settings.beams() + " texts side by side"));
        }
    }

    private String text(Hypothesis hypothesis) {
        return GenerateAnswer.text(prompt, settings, hypothesis.ids());
    }
}
