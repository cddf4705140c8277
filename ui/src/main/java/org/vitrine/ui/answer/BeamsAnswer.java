package org.vitrine.ui.answer;

import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Texts;
import tools.jackson.core.JsonGenerator;

/**
 * A text that the model writes by weighing several side by side, as soon as somebody looks.
 *
 * @param texts what was typed
 * @param prompt its tokens
 * @param settings how many beams, how long, and what not to write
 * @param all whether to show the other texts, too
 * @param asker hears how far it is
 */
public record BeamsAnswer(Texts texts, Passage prompt, GenerationSettings settings, boolean all, Asker asker)
        implements
            WritingAnswer {
    @Override
    public void show(Page page) {
        written().show(page);
    }

    @Override
    public void write(JsonGenerator json) {
        written().write(json);
    }

    @Override
    public FoundAnswer written() {
        try (Working working = asker.working()) {
            return new FoundAnswer(texts, prompt, settings, all,
                    prompt.search(settings, step -> working.say("wrote " + (step.length() - prompt.size())
                            + " tokens, " + settings.beams() + " texts side by side")));
        }
    }
}
