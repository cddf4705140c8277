package org.vitrine.ui.answer;

import java.util.List;
import java.util.Locale;
import org.vitrine.tokenizer.Step;
import tools.jackson.core.JsonGenerator;

/**
 * The steps of a tokenizer as JSON, all of them: {@code parts}, {@code words}, {@code glyphs}, {@code merges} of
 * byte-level BPE, {@code parts}, {@code cleaned}, {@code words}, {@code matches} of WordPiece.
 */
final class StepJson {
    private StepJson() {
    }

    /** The steps as a property; the last of them, the tokens, is a property of its own in the same document. */
    static void write(JsonGenerator json, String name, List<Step> steps) {
        json.writeObjectPropertyStart(name);
        for (Step step : steps) {
            switch (step) {
                case Step.Parts parts -> parts(json, parts);
                case Step.Cleaned cleaned -> cleaned(json, cleaned);
                case Step.Words words -> words(json, words);
                case Step.Glyphs glyphs -> glyphs(json, glyphs);
                case Step.Merges merges -> merges(json, merges);
                case Step.Matches matches -> matches(json, matches);
                case Step.Pieces pieces -> {}
            }
        }
        json.writeEndObject();
    }

    private static void parts(JsonGenerator json, Step.Parts parts) {
        json.writeArrayPropertyStart("parts");
        for (Step.Part part : parts.parts()) {
            json.writeStartObject();
            json.writeStringProperty("text", part.text());
            TokenizeAnswer.span(json, "span", part.span());
            if (part.id().isPresent()) {
                json.writeNumberProperty("id", part.id().getAsInt());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void cleaned(JsonGenerator json, Step.Cleaned cleaned) {
        json.writeArrayPropertyStart("cleaned");
        for (Step.CleanedText text : cleaned.texts()) {
            json.writeStartObject();
            json.writeStringProperty("before", text.before());
            json.writeStringProperty("after", text.after());
            TokenizeAnswer.span(json, "span", text.span());
            Json.texts(json, "changes", text.changes().stream().map(StepJson::name).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void words(JsonGenerator json, Step.Words words) {
        json.writeArrayPropertyStart("words");
        for (Step.Word word : words.words()) {
            json.writeStartObject();
            json.writeStringProperty("text", word.text());
            TokenizeAnswer.span(json, "span", word.span());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void glyphs(JsonGenerator json, Step.Glyphs glyphs) {
        json.writeArrayPropertyStart("glyphs");
        for (Step.GlyphWord word : glyphs.words()) {
            json.writeStartObject();
            json.writeStringProperty("glyphs", word.glyphs());
            Json.numbers(json, "bytes", word.bytes().stream().map(Step.Glyph::value).toList());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void merges(JsonGenerator json, Step.Merges merges) {
        json.writeArrayPropertyStart("merges");
        for (Step.MergedWord word : merges.words()) {
            json.writeStartObject();
            json.writeStringProperty("glyphs", word.glyphs());
            json.writeArrayPropertyStart("merges");
            for (Step.Merge merge : word.merges()) {
                json.writeStartObject();
                json.writeNumberProperty("rank", merge.rank());
                json.writeStringProperty("left", merge.left());
                json.writeStringProperty("right", merge.right());
                json.writeStringProperty("result", merge.result());
                json.writeEndObject();
            }
            json.writeEndArray();
            Json.texts(json, "pieces", word.pieces());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void matches(JsonGenerator json, Step.Matches matches) {
        json.writeArrayPropertyStart("matches");
        for (Step.MatchedWord word : matches.words()) {
            json.writeStartObject();
            json.writeStringProperty("word", word.word());
            json.writeStringProperty("outcome", name(word.outcome()));
            json.writeArrayPropertyStart("matches");
            for (Step.Match match : word.matches()) {
                json.writeStartObject();
                if (match.piece().isPresent()) {
                    json.writeStringProperty("piece", match.piece().get());
                }
                TokenizeAnswer.span(json, "span_in_word", match.span());
                Json.texts(json, "failed", match.failed());
                json.writeNumberProperty("failures", match.failures());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
