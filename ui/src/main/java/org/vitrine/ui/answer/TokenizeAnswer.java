package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Span;
import org.vitrine.tokenizer.Token;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.ui.session.Texts;
import org.vitrine.ui.terminal.Cell;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Table;
import tools.jackson.core.JsonGenerator;

/** A text's tokens and the steps that made them. */
public record TokenizeAnswer(String model, Tokenizer tokenizer, Encoding encoding,
        boolean everyStep) implements Answer {
    /** Words whose merges are shown when nobody asked for all of them. */
    public static final int FEW_WORDS = 8;

    /**
     * Tokenizes a text or two.
     *
     * @param model what the user calls the model
     * @throws ModelException if there are two, and the model reads one at a time
     */
    public static TokenizeAnswer of(String model, Tokenizer tokenizer, Texts texts, boolean everyStep) {
        if (!texts.pair().isEmpty() && !tokenizer.readsPairs()) {
            throw new ModelException(model + " reads one text at a time; leave the second text out, or "
                    + "take a model that reads two, such as -m classroom-bert");
        }
        return new TokenizeAnswer(model, tokenizer, tokenizer.encode(texts.text(), texts.pair()), everyStep);
    }

    @Override
    public void show(Page page) {
        page.title(model + ": " + encoding.size() + (encoding.size() == 1 ? " token" : " tokens"));
        page.line();
        boolean pair = !encoding.pair().isEmpty();
        Table table = new Table(page.terminal(), "rrllrrr");
        List<String> titles = new ArrayList<>(List.of("position", "id", "token", "piece", "characters"));
        if (pair) {
            titles.addAll(List.of("text", "segment"));
        }
        table.titles(titles.toArray(String[]::new));
        for (int i = 0; i < encoding.size(); i++) {
            Token token = encoding.tokens().get(i);
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(i), Cell.of(token.id()),
                    Cell.of(Chip.of(tokenizer.text(token.id()), page.terminal())), Cell.of(Chip.line(token.piece())),
                    Cell.of(token.special() ? "added" : token.span().start() + " to " + token.span().end())));
            if (pair) {
                cells.add(Cell.of(token.special() ? "" : token.text() == 0 ? "first" : "second"));
                cells.add(Cell.of(token.segment()));
            }
            table.row(cells);
        }
        page.lines(table.lines());
        page.line();
        if (pair) {
            page.title("The first text");
        }
        steps(page, encoding.text());
        if (pair) {
            page.title("The second text");
            steps(page, encoding.pair());
        }
    }

    private void steps(Page page, String text) {
        new StepLines(page, everyStep ? Integer.MAX_VALUE : FEW_WORDS).show(tokenizer.steps(text));
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("model", model);
        Json.texts(json, new Texts(encoding.text(), encoding.pair()));
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
            json.writeNumberProperty("text", token.text());
            json.writeNumberProperty("segment", token.segment());
            json.writeBooleanProperty("added", token.special());
            json.writeBooleanProperty("special", tokenizer.vocabulary().isSpecial(token.id()));
            json.writeEndObject();
        }
        json.writeEndArray();
        StepJson.write(json, "steps", tokenizer.steps(encoding.text()));
        if (!encoding.pair().isEmpty()) {
            StepJson.write(json, "steps_pair", tokenizer.steps(encoding.pair()));
        }
    }

    static void span(JsonGenerator json, String name, Span span) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("start", span.start());
        json.writeNumberProperty("end", span.end());
        json.writeEndObject();
    }
}
