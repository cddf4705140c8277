package org.vitrine.ui.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.vitrine.tokenizer.Vocabulary;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Generator.Stop;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Style;
import tools.jackson.core.JsonGenerator;

/**
 * A text that the model writes, token by token, as soon as somebody looks.
 *
 * @param texts what was typed
 * @param prompt its tokens
 * @param settings how long to write, and what not to write
 * @param chooser which token comes next
 * @param notes is told why the model stopped, where that is worth a word
 */
public record GenerateAnswer(Texts texts, Passage prompt, GenerationSettings settings, TokenChooser chooser,
        Consumer<String> notes) implements Answer {
    @Override
    public void show(Page page) {
        if (!prompt.input().hasDecoder()) {
            page.stream(Chip.lines(texts.text()));
        }
        Vocabulary vocabulary = prompt.model().tokenizer().vocabulary();
        StreamedText stream = new StreamedText(prompt.model().tokenizer(),
                part -> page.stream(page.terminal().paint(Style.BOLD, Chip.lines(part))));
        Generation generation = generate(id -> {
            if (!vocabulary.isSpecial(id)) {
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
        write(json, generation);
        note(generation);
    }

    /** Writes what was written. */
    void write(JsonGenerator json, Generation generation) {
        Json.passage(json, texts, prompt.with(generation));
        json.writeNumberProperty("beams", 1);
        json.writeNumberProperty("prompt_length", generation.promptLength());
        Json.numbers(json, "ids", generation.ids());
        Json.numbers(json, "written_ids", generation.written());
        json.writeStringProperty("generated_text", text(prompt, settings, generation.ids()));
        json.writeStringProperty("stop", generation.stop().name().toLowerCase(Locale.ROOT));
    }

    private Generation generate(IntConsumer listener) {
        return prompt.generate(settings, chooser, listener);
    }

    /** What people read: of an answer all but the special tokens, of a text that goes on all but its end token. */
    public static String text(Passage prompt, GenerationSettings settings, List<Integer> ids) {
        LoadedModel model = prompt.model();
        int[] all = ids.stream().mapToInt(Integer::intValue).toArray();
        if (prompt.input().hasDecoder()) {
            return model.tokenizer().decodeText(all);
        }
        boolean ended = all.length > prompt.size() && all[all.length - 1] == settings.end();
        return model.tokenizer().decode(ended ? Arrays.copyOf(all, all.length - 1) : all);
    }

    private void note(Generation generation) {
        Stop stop = generation.stop();
        if (stop == Stop.CONTEXT || stop == Stop.END && !prompt.input().hasDecoder()) {
            notes.accept("the model stopped after " + generation.written().size() + " tokens: "
                    + Stops.reason(stop, prompt.model().context()));
        }
    }
}
