package org.vitrine.ui.answer;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.vitrine.explain.Lens;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.AttentionTokens;
import org.vitrine.tokenizer.Vocabulary;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.Passage;
import org.vitrine.ui.session.Reading;
import org.vitrine.ui.session.Texts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON documents, written property by property: that starts quicker than a mapper that looks at classes. */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {
    }

    /** A whole document, one object; the consumer writes its properties. */
    public static String document(Consumer<JsonGenerator> properties) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        }
        return withoutHalves(text.toString());
    }

    /**
     * {@code model}, {@code text} and {@code tokens}; {@code written} marks the tokens that the model wrote. Where the
     * tokens are a decoder's, {@code source} has those of the encoder.
     */
    public static void passage(JsonGenerator json, Texts texts, Passage passage) {
        json.writeStringProperty("model", passage.model().name());
        texts(json, texts);
        if (passage.input().hasDecoder()) {
            json.writeArrayPropertyStart("source");
            tokens(json, passage.model(), passage.input().ids());
            json.writeEndArray();
        }
        json.writeArrayPropertyStart("tokens");
        for (int position = 0; position < passage.size(); position++) {
            json.writeStartObject();
            token(json, passage.model(), position, passage.id(position));
            if (passage.input().segments().length > 0) {
                json.writeNumberProperty("segment", passage.input().segments()[position]);
            }
            json.writeBooleanProperty("written", position >= passage.typed());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * {@code model}, {@code text}, and the tokens that each stack of the model reads, {@code encoder_tokens}, {@code
     * decoder_tokens} or both: for answers that predict nothing.
     */
    public static void reading(JsonGenerator json, Texts texts, Reading reading) {
        json.writeStringProperty("model", reading.model().name());
        texts(json, texts);
        AttentionTokens tokens = reading.tokens();
        tokens(json, "encoder_tokens", reading, tokens.encoder());
        tokens(json, "decoder_tokens", reading, tokens.decoder());
    }

    private static void tokens(JsonGenerator json, String name, Reading reading, List<AttentionToken> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(name);
        for (AttentionToken token : tokens) {
            json.writeStartObject();
            token(json, reading.model(), token.position(), token.id());
            if (reading.input().segments().length > 0) {
                json.writeNumberProperty("segment", token.segment());
            }
            json.writeBooleanProperty("special", token.special());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void tokens(JsonGenerator json, LoadedModel model, int[] ids) {
        for (int position = 0; position < ids.length; position++) {
            json.writeStartObject();
            token(json, model, position, ids[position]);
            json.writeEndObject();
        }
    }

    /** A model may have more ids than its vocabulary has pieces; such a one has an empty piece. */
    private static void token(JsonGenerator json, LoadedModel model, int position, int id) {
        Vocabulary vocabulary = model.tokenizer().vocabulary();
        json.writeNumberProperty("position", position);
        json.writeNumberProperty("id", id);
        json.writeStringProperty("token", model.tokenizer().text(id));
        json.writeStringProperty("piece", vocabulary.contains(id) ? vocabulary.piece(id) : "");
    }

    /** What is so after an intervention, and under {@code before} what is so without it. */
    public static void compared(JsonGenerator json, Answer after, Answer before) {
        after.write(json);
        json.writeObjectPropertyStart("before");
        before.write(json);
        json.writeEndObject();
    }

    /** {@code lens} and what it does. */
    public static void lens(JsonGenerator json, Lens lens, Passage passage) {
        json.writeStringProperty("lens", lens.toString());
        json.writeStringProperty("lens_explanation", passage.explanation(lens));
    }

    /** {@code text}, and {@code text_pair} if there is one. */
    public static void texts(JsonGenerator json, Texts texts) {
        json.writeStringProperty("text", texts.text());
        if (!texts.pair().isEmpty()) {
            json.writeStringProperty("text_pair", texts.pair());
        }
    }

    /** A list of whole numbers. */
    public static void numbers(JsonGenerator json, String name, List<? extends Number> numbers) {
        json.writeArrayPropertyStart(name);
        for (Number number : numbers) {
            json.writeNumber(number.longValue());
        }
        json.writeEndArray();
    }

    /** A list of numbers as they are. */
    public static void floats(JsonGenerator json, String name, float... numbers) {
        json.writeArrayPropertyStart(name);
        for (float number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }

    /** A list of texts. */
    public static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /** Half a surrogate pair has no UTF-8 form; as an escape it survives. */
    public static String withoutHalves(String json) {
        if (json.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return json;
        }
        StringBuilder clean = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i += Character.charCount(json.codePointAt(i))) {
            int c = json.codePointAt(i);
            if (Character.getType(c) == Character.SURROGATE) {
                clean.append("\\u").append(Integer.toHexString(c));
            } else {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString();
    }
}
