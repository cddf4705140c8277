package org.vitrine.ui.answer;

import java.util.List;
import org.vitrine.explain.attention.AttentionToken;
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
        strip(page, "The encoder:", reading.tokens().encoder());
        strip(page, "The decoder:", reading.tokens().decoder());
    }

    /** The tokens of a stack, if there is one; says whose they are where there are two. */
    private void strip(Page page, String whose, List<AttentionToken> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        page.line();
        if (reading.input().hasDecoder()) {
            page.aside(whose);
        }
        page.lines(TokenStrip.lines(tokens, -1, page.terminal()));
    }

    @Override
    public void write(JsonGenerator json) {
        Json.reading(json, texts, reading);
    }
}
