package org.vitrine.ui.answer;

import java.util.List;
import java.util.function.Consumer;
import org.vitrine.explain.Candidate;
import org.vitrine.tokenizer.Step;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Hypothesis;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import org.vitrine.ui.terminal.Terminal;
import tools.jackson.core.JsonGenerator;

/** The command line's JSON documents and lines, for others who show the same answers. */
public final class Documents {
    private Documents() {
    }

    /** What {@code --json} prints of an answer: one JSON object, as the schemas in {@code docs/schema} say. */
    public static String of(Answer answer) {
        return Json.document(answer::write);
    }

    /**
     * What {@code tokenize --steps} prints of a tokenizer's steps, without colours.
     *
     * @param columns how wide a line may be
     */
    public static String steps(List<Step> steps, int columns) {
        StringBuilder text = new StringBuilder();
        new StepLines(new Page(text::append, new Terminal(columns, false, true)), Integer.MAX_VALUE).show(steps);
        return text.toString().stripTrailing();
    }

    /** What is so after an intervention, and under {@code before} what is so without it: two documents of one kind. */
    public static String of(Answer after, Answer before) {
        return Json.document(json -> Json.compared(json, after, before));
    }

    /** The same JSON, with half surrogate pairs, which have no UTF-8 form, as escapes: so that they survive in a file. */
    public static String withoutHalves(String json) {
        return Json.withoutHalves(json);
    }

    /** A token that could come next, as in every list of candidates. */
    public static void candidate(JsonGenerator json, Candidate candidate) {
        PredictionsAnswer.write(json, candidate);
    }

    /**
     * What {@code generate --json} prints of a text that was written before, and more.
     *
     * @param settings with which it was written
     * @param more writes further properties
     */
    public static String written(Texts texts, Passage prompt, GenerationSettings settings, Generation generation,
            Consumer<JsonGenerator> more) {
        WrittenAnswer answer = new WrittenAnswer(texts, prompt, settings, generation);
        return Json.document(json -> {
            answer.write(json);
            more.accept(json);
        });
    }

    /**
     * What {@code generate --beams --json} prints of texts that were found before, and more.
     *
     * @param settings with which they were found
     * @param found best first
     * @param more writes further properties
     */
    public static String found(Texts texts, Passage prompt, GenerationSettings settings, List<Hypothesis> found,
            Consumer<JsonGenerator> more) {
        FoundAnswer answer = new FoundAnswer(texts, prompt, settings, true, found);
        return Json.document(json -> {
            answer.write(json);
            more.accept(json);
        });
    }
}
