package org.vitrine.ui.answer;

import java.util.function.IntConsumer;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.transformer.generate.Generator.Generation;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import tools.jackson.core.JsonGenerator;

/**
 * A text that the model writes, token by token, as soon as somebody looks.
 *
 * @param texts what was typed
 * @param prompt its tokens
 * @param settings how long to write, and what not to write
 * @param chooser which token comes next
 * @param asker is told why the model stopped, where that is worth a word
 */
public record GenerateAnswer(Texts texts, Passage prompt, GenerationSettings settings, TokenChooser chooser,
        Asker asker) implements WritingAnswer {
    @Override
    public void show(Page page) {
        WrittenAnswer.show(page, texts, prompt, this::written);
    }

    @Override
    public void write(JsonGenerator json) {
        written().write(json);
    }

    @Override
    public WrittenAnswer written() {
        return written(id -> {});
    }

    private WrittenAnswer written(IntConsumer listener) {
        Generation generation = prompt.generate(settings, chooser, listener);
        WrittenAnswer written = new WrittenAnswer(texts, prompt, settings, generation);
        written.whyItStopped().ifPresent(asker::note);
        return written;
    }
}
