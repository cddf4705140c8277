package org.vitrine.ui.cli;

import java.util.List;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Span;
import org.vitrine.tokenizer.Step;
import org.vitrine.tokenizer.Token;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Table;
import tools.jackson.core.JsonGenerator;

/** A text's tokens and the steps that made them. */
record TokenizeAnswer(String model, Tokenizer tokenizer, Encoding encoding, List<Step> steps, boolean everyStep)
        implements
            Answer {
    /** Words whose merges are shown when nobody asked for all of them. */
    static final int FEW_WORDS = 8;

    @Override
    public void show(Page page) {
        page.title(model + ": " + encoding.size() + (encoding.size() == 1 ? " token" : " tokens"));
        page.line();
        Table table = new Table(page.terminal(), "rrllr");
        table.titles("position", "id", "token", "piece", "characters");
        for (int i = 0; i < encoding.size(); i++) {
            Token token = encoding.tokens().get(i);
            table.row(Cell.of(i), Cell.of(token.id()), Cell.of(Chip.of(tokenizer.text(token.id()), page.terminal())),
                    Cell.of(Chip.line(token.piece())), Cell.of(token.span().start() + " to " + token.span().end()));
        }
        page.lines(table.lines());
        page.line();
        new StepLines(page, everyStep ? Integer.MAX_VALUE : FEW_WORDS).show(steps);
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("model", model);
        json.writeStringProperty("text", encoding.text());
        json.writeArrayPropertyStart("tokens");
        for (int i = 0; i < encoding.size(); i++) {
            Token token = encoding.tokens().get(i);
            json.writeStartObject();
            json.writeNumberProperty("position", i);
            json.writeNumberProperty("id", token.id());
            json.writeStringProperty("token", tokenizer.text(token.id()));
            json.writeStringProperty("piece", token.piece());
            span(json, "span", token.span());
            span(json, "code_points", token.codePoints());
            json.writeBooleanProperty("special", tokenizer.vocabulary().isSpecial(token.id()));
            json.writeEndObject();
        }
        json.writeEndArray();
        StepJson.write(json, steps);
    }

    static void span(JsonGenerator json, String name, Span span) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("start", span.start());
        json.writeNumberProperty("end", span.end());
        json.writeEndObject();
    }
}
