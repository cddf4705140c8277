package org.vitrine.weights;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON document read token by token, strictly: UTF-8 only, limited depth and name length, whole numbers only where a
 * number is expected. A tree would do for small files, but a header may list a hundred thousand tensors. Jackson's
 * errors become one short sentence that begins with the file's name.
 */
final class StrictJson implements AutoCloseable {
    /** Characters in one name; far beyond any real tensor's. */
    static final int LONGEST_NAME = 65_536;
    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 1000;
    private static final int LONGEST_DETAIL = 160;

    // Names are not collected in Jackson's symbol table: there are many, each occurs once, and they are not trusted.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(Header.LONGEST)
                    .build())
            .build();

    private final String document;
    private final JsonParser parser;

    /**
     * @param bytes the document
     * @param document what it is, for messages: {@code "model.safetensors: the header"}
     */
    StrictJson(byte[] bytes, String document) {
        this.document = document;
        // Decoded here, because Jackson would also take UTF-16 and sloppy UTF-8.
        InputStreamReader text = new InputStreamReader(new ByteArrayInputStream(bytes),
                StandardCharsets.UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        this.parser = JSON.createParser(ObjectReadContext.empty(), text);
    }

    /** Reads the opening brace of an object; {@code what} names it in the error. */
    void beginObject(String what) {
        expect(JsonToken.START_OBJECT, what, "an object {…}");
    }

    /** Reads the opening bracket of a list. */
    void beginList(String what) {
        expect(JsonToken.START_ARRAY, what, "a list […]");
    }

    /** The name of the object's next member, or null where the object ends. */
    String nextName() {
        JsonToken token = next();
        return token == JsonToken.END_OBJECT ? null : text();
    }

    /** The next value, which must be a string. */
    String string(String what) {
        expect(JsonToken.VALUE_STRING, what, "a string");
        String text = text();
        // JSON can spell half a surrogate pair, which is no Unicode text. Jackson sees to it in names only.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw error(what + ": the string " + Wording.quoted(text) + " has half a surrogate pair");
        }
        return text;
    }

    /** The list's next value, which must be a plain whole number from 0 to 2^63 - 1, or -1 where the list ends. */
    long nextNatural(String what) {
        JsonToken token = next();
        if (token == JsonToken.END_ARRAY) {
            return -1;
        }
        if (token != JsonToken.VALUE_NUMBER_INT || text().startsWith("-")) {
            throw unexpected(token, what, "a whole number, 0 or more");
        }
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            throw new WeightsException(document + ": " + what + ": the number " + Wording.printable(text(), 40)
                    + " is too large for any file (more than " + Long.MAX_VALUE + ")", e);
        }
    }

    /** Passes over the next value, whatever it is. */
    void skipValue() {
        next();
        try {
            parser.skipChildren();
        } catch (JacksonException e) {
            throw told(e);
        }
    }

    /** Nothing but white space may follow. */
    void end() {
        JsonToken token = next();
        if (token != null) {
            throw new WeightsException(document + ": expected nothing after the closing }, found " + describe(token));
        }
    }

    /** An error about this document: {@code "model.safetensors: the header: …"}. */
    WeightsException error(String message) {
        return new WeightsException(document + ": " + message);
    }

    private void expect(JsonToken wanted, String what, String description) {
        JsonToken token = next();
        if (token != wanted) {
            throw unexpected(token, what, description);
        }
    }

    private WeightsException unexpected(JsonToken token, String what, String wanted) {
        return error(what + ": expected " + wanted + ", found " + describe(token));
    }

    private String describe(JsonToken token) {
        return switch (token) {
            case null -> "nothing";
            case START_OBJECT -> "an object {…}";
            case START_ARRAY -> "a list […]";
            case END_ARRAY -> "the end of the list";
            case VALUE_STRING -> "the string " + Wording.quoted(text());
            default -> Wording.printable(text(), 40);
        };
    }

    private JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw told(e);
        }
    }

    private String text() {
        try {
            return parser.getString();
        } catch (JacksonException e) {
            throw told(e);
        }
    }

    private WeightsException told(JacksonException e) {
        String reason = switch (e) {
            case JacksonIOException io when io.getCause() instanceof CharacterCodingException -> "is not valid UTF-8";
            case UnexpectedEndOfInputException _ -> "is not valid JSON: it ends too early";
            case StreamConstraintsException _ ->
                "exceeds a limit (" + DEEPEST + " levels, " + LONGEST_NAME + " characters in a name, "
                        + LONGEST_NUMBER + " digits in a number)";
            default -> "is not valid JSON at character " + parser.currentLocation().getCharOffset() + ": "
                    + Wording.printable(e.getOriginalMessage(), LONGEST_DETAIL);
        };
        return new WeightsException(document + " " + reason, e);
    }

    @Override
    public void close() {
        parser.close();
    }
}
