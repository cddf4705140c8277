package org.vitrine.ui.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.vitrine.tokenizer.Vocabulary;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.Generator.Stop;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Style;
import tools.jackson.core.JsonGenerator;

/**
 * A text that a model wrote token by token.
 *
 * @param texts what was typed
 * @param prompt its tokens
 * @param settings how it was to be written
 * @param generation what was written
 */
public record WrittenAnswer(Texts texts, Passage prompt, GenerationSettings settings, Generation generation)
        implements
            Answer {
    @Override
    public void show(Page page) {
        show(page, texts, prompt, tokens -> generation.written().forEach(tokens::accept));
    }

    /**
     * Shows a text and what is written after it, as it comes.
     *
     * @param writer is given a consumer, which it hands token after token
     */
    static void show(Page page, Texts texts, Passage prompt, Consumer<IntConsumer> writer) {
        if (!prompt.input().hasDecoder()) {
            page.stream(Chip.lines(texts.text()));
        }
        Vocabulary vocabulary = prompt.model().tokenizer().vocabulary();
        StreamedText stream = new StreamedText(prompt.model().tokenizer(),
                part -> page.stream(page.terminal().paint(Style.BOLD, Chip.lines(part))));
        writer.accept(id -> {
            if (!vocabulary.isSpecial(id)) {
                stream.add(id);
            }
        });
        stream.finish();
        page.line();
    }

    @Override
    public void write(JsonGenerator json) {
        Json.passage(json, texts, prompt.with(generation));
        json.writeNumberProperty("beams", 1);
        json.writeNumberProperty("prompt_length", generation.promptLength());
        Json.numbers(json, "ids", generation.ids());
        Json.numbers(json, "written_ids", generation.written());
        json.writeStringProperty("generated_text", text());
        json.writeStringProperty("stop", generation.stop().name().toLowerCase(Locale.ROOT));
    }

    /** What people read. */
    public String text() {
        return text(prompt, settings, generation.ids());
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

    /** Why the model stopped, where that is worth a word. */
    Optional<String> whyItStopped() {
        Stop stop = generation.stop();
        return stop == Stop.CONTEXT || stop == Stop.END && !prompt.input().hasDecoder()
                ? Optional.of("the model stopped after " + generation.written().size() + " tokens: "
                        + Stops.reason(stop, prompt.model().context()))
                : Optional.empty();
    }
}
