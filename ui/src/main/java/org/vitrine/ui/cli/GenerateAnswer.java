package org.vitrine.ui.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Generator.Stop;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Style;
import tools.jackson.core.JsonGenerator;

/**
 * A text that the model writes on as soon as somebody looks.
 *
 * @param text what was typed
 * @param prompt its tokens
 * @param count how many tokens to write at most
 * @param chooser which token comes next
 * @param notes is told why the model stopped, where that is worth a word
 */
record GenerateAnswer(String text, Passage prompt, int count, TokenChooser chooser, Consumer<String> notes)
        implements
            Answer {
    @Override
    public void show(Page page) {
        page.stream(Chip.lines(text));
        StreamedText stream = new StreamedText(prompt.model().tokenizer(),
                part -> page.stream(page.terminal().paint(Style.BOLD, Chip.lines(part))));
        Generation generation = generate(id -> {
            if (id != end()) {
                stream.add(id);
            }
        });
        stream.finish();
        page.line();
        note(generation);
    }

    @Override
    public void write(JsonGenerator json) {
        Generation generation = generate(id -> {});
        Passage passage = prompt.with(generation);
        Json.passage(json, text, passage);
        json.writeNumberProperty("prompt_length", generation.promptLength());
        Json.numbers(json, "ids", generation.ids());
        Json.numbers(json, "written_ids", generation.written());
        json.writeStringProperty("generated_text", prompt.model().tokenizer().decode(readable(generation)));
        json.writeStringProperty("stop", generation.stop().name().toLowerCase(Locale.ROOT));
        note(generation);
    }

    private Generation generate(IntConsumer listener) {
        return prompt.generate(count, chooser, end(), listener);
    }

    private int end() {
        return prompt.model().gpt2().config().end();
    }

    /** All ids but the one that says that the text is over, which is no part of it. */
    private static int[] readable(Generation generation) {
        List<Integer> ids = generation.ids();
        int length = ids.size() - (generation.stop() == Stop.END ? 1 : 0);
        return ids.subList(0, length).stream().mapToInt(Integer::intValue).toArray();
    }

    private void note(Generation generation) {
        if (generation.stop() != Stop.LENGTH) {
            notes.accept("the model stopped after " + generation.written().size() + " of " + count + " tokens: "
                    + Stops.reason(generation.stop(), prompt.model().context()));
        }
    }
}
