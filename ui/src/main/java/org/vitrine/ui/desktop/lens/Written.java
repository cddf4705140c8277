package org.vitrine.ui.desktop.lens;

import java.util.List;
import org.vitrine.explain.CacheSize;
import org.vitrine.explain.NextToken;
import org.vitrine.transformer.generate.BeamStep;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Hypothesis;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.answer.WrittenAnswer;
import org.vitrine.ui.answer.Stops;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.BeamTable;
import org.vitrine.ui.picture.NextTokenTable;
import org.vitrine.ui.picture.Subject;
import org.vitrine.ui.picture.WritingPicture;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import org.vitrine.ui.terminal.Figure;
import tools.jackson.core.JsonGenerator;

/**
 * A text that was written, step by step.
 *
 * @param texts what was typed
 * @param prompt its tokens
 * @param settings how it was written
 * @param cache how much is remembered of a token
 * @param outcome what came of it
 */
record Written(Texts texts, Passage prompt, GenerationSettings settings, CacheSize cache, Outcome outcome) {
    /** What came of writing. */
    sealed interface Outcome permits OneText, Beams {
        /** How many steps it took. */
        int steps();
    }

    /** One token after the other. */
    record OneText(List<NextToken> tokens, Generation generation) implements Outcome {
        OneText {
            tokens = List.copyOf(tokens);
        }

        @Override
        public int steps() {
            return tokens.size();
        }
    }

    /** Several texts side by side. */
    record Beams(List<BeamStep> all, List<Hypothesis> found) implements Outcome {
        Beams {
            all = List.copyOf(all);
            found = List.copyOf(found);
        }

        @Override
        public int steps() {
            return all.size();
        }
    }

    LoadedModel model() {
        return prompt.model();
    }

    /** All that was written, the prompt included where the text goes on from it. */
    String text() {
        return WrittenAnswer.text(prompt, settings, switch (outcome) {
            case OneText one -> one.generation().ids();
            case Beams beams -> beams.found().getFirst().ids();
        });
    }

    /** How it ended, in words. */
    String ending() {
        return switch (outcome) {
            case OneText one -> "The model wrote " + one.steps() + (one.steps() == 1 ? " token: " : " tokens: ")
                    + Stops.reason(one.generation().stop(), model().context()) + ".";
            case Beams beams -> "The best of " + beams.found().size() + " texts by " + settings.beams()
                    + " beams, score " + Figure.of((float) beams.found().getFirst().score()) + ".";
        };
    }

    /** A step for the window, which says itself what it is about. */
    Picture inWindow(int step, Theme theme) {
        return picture(Subject.SAID, step, theme);
    }

    /** A step for a file. */
    Picture whole(int step, Theme theme) {
        return picture(new Subject(model().name(), texts.joined()), step, theme);
    }

    private Picture picture(Subject subject, int step, Theme theme) {
        List<String> notes = outcome instanceof Beams
                ? List.of("Each beam remembers its own text; this is the text of the best one.") : List.of();
        WritingPicture.Text text = new WritingPicture.Text(tokens(step), prompt.size(), step == 0 ? prompt.size() : 1,
                cache);
        return WritingPicture.of(subject, text, choice(step), notes, theme);
    }

    /** The tokens after a step; of beams those of the best text. */
    List<String> tokens(int step) {
        List<Integer> ids = switch (outcome) {
            case OneText one -> one.generation().ids().subList(0, prompt.size() + step + 1);
            case Beams beams -> BeamRows.best(beams, step);
        };
        return ids.stream().map(model().tokenizer()::text).toList();
    }

    private WritingPicture.Choice choice(int step) {
        int position = prompt.size() + step;
        return switch (outcome) {
            case OneText one -> new NextTokenTable(one.tokens().get(step), position, model().layers() - 1);
            case Beams beams ->
                new BeamTable(new BeamRows(this, beams).rows(step), new BeamRows(this, beams).ended(step),
                        position);
        };
    }

    /** As {@code generate --json} prints it, and the candidates of each step under {@code steps}. */
    String document() {
        return switch (outcome) {
            case OneText one -> Documents.written(texts, prompt, settings, one.generation(), json -> steps(json, one));
            case Beams beams -> Documents.found(texts, prompt, settings, beams.found(), json -> steps(json, beams));
        };
    }

    private void steps(JsonGenerator json, OneText one) {
        json.writeArrayPropertyStart("steps");
        for (int step = 0; step < one.steps(); step++) {
            NextToken next = one.tokens().get(step);
            json.writeStartObject();
            json.writeNumberProperty("position", prompt.size() + step);
            json.writeNumberProperty("id", next.chosen().id());
            json.writeArrayPropertyStart("candidates");
            next.candidates().forEach(candidate -> Documents.candidate(json, candidate));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void steps(JsonGenerator json, Beams beams) {
        json.writeArrayPropertyStart("steps");
        for (int step = 0; step < beams.steps(); step++) {
            json.writeStartObject();
            json.writeNumberProperty("position", prompt.size() + step);
            json.writeArrayPropertyStart("candidates");
            for (BeamStep.Candidate candidate : beams.all().get(step).candidates()) {
                json.writeStartObject();
                json.writeNumberProperty("parent", candidate.parent());
                json.writeNumberProperty("id", candidate.id());
                json.writeStringProperty("token", model().tokenizer().text(candidate.id()));
                json.writeNumberProperty("sum", candidate.sum());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
