package org.vitrine.ui.answer;

import java.util.EnumSet;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;
import tools.jackson.core.JsonGenerator;

/**
 * What a model reads, and nothing else.
 *
 * @param texts what was typed
 * @param reading the same in the model's tokens
 */
public record ReadAnswer(Texts texts, Reading reading) implements Answer {
    @Override
    public void show(Page page) {
        page.title(reading.model().name() + " reads:");
        page.reading(reading, EnumSet.allOf(Stack.class));
    }

    @Override
    public void write(JsonGenerator json) {
        Json.reading(json, texts, reading);
    }
}
