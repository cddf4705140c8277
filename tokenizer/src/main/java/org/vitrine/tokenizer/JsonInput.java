package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON file from front to back, without building a tree of it, and says where something is not as expected.
 * It stands on a value: each method reads that value, or enters it, and moves on.
 */
final class JsonInput {
    /** Keys are not remembered: in a vocabulary they are all different, and many. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();
    private static final int SHOWN = 40;
    private static final int LONGEST_REASON = 200;
    private static final int MOST_DIGITS = 7; // of an id

    /** Reads the value of one member of an object; it must read it whole. */
    interface Member {
        void read(String key);
    }

    private final String file;
    private final JsonParser parser;

    private JsonInput(String file, byte[] bytes) {
        this.file = file;
        parser = FACTORY.createParser(ObjectReadContext.empty(), Utf8.decodeStrictly(file, bytes));
    }

    /**
     * Reads a whole file, which must be one JSON value.
     *
     * @param file   what to call it in messages
     * @param reader reads the value
     * @throws TokenizerException if it is not JSON or holds something else than the reader expects
     */
    static <T> T readWhole(String file, byte[] bytes, Function<JsonInput, T> reader) {
        JsonInput input = new JsonInput(file, bytes);
        try {
            input.next();
            T value = reader.apply(input);
            if (input.parser.nextToken() != null) {
                throw input.wrong("nothing after the end of the JSON object");
            }
            return value;
        } catch (JacksonException e) {
            throw input.invalid(e);
        }
    }

    /**
     * Reads the beginning of a file, as far as the reader needs it.
     *
     * @param file   what to call it in messages
     * @param reader reads what it wants to know
     * @throws TokenizerException if what was read is not JSON
     */
    static <T> T readStart(String file, byte[] bytes, Function<JsonInput, T> reader) {
        JsonInput input = new JsonInput(file, bytes);
        try {
            input.next();
            return reader.apply(input);
        } catch (JacksonException e) {
            throw input.invalid(e);
        }
    }

    /** Enters an object and has its members read one by one. */
    void object(String expected, Member members) {
        require(JsonToken.START_OBJECT, expected);
        while (next() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            next();
            members.read(key);
        }
    }

    /**
     * Enters an object and passes over its members to the first that has one of these names; the value of that is read
     * next. If there is none, or this is no object, the result is null.
     */
    String find(String... names) {
        if (!isObject()) {
            return null;
        }
        while (next() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            next();
            if (List.of(names).contains(key)) {
                return key;
            }
            skip();
        }
        return null;
    }

    /** Enters an array and has its elements read one by one. */
    void array(String expected, Runnable element) {
        require(JsonToken.START_ARRAY, expected);
        while (next() != JsonToken.END_ARRAY) {
            element.run();
        }
    }

    /** An array of so many texts. */
    List<String> strings(String expected, int count) {
        List<String> strings = new ArrayList<>(count);
        array(expected, () -> {
            if (!isString() || strings.size() == count) {
                throw wrong(expected);
            }
            strings.add(parser.getString());
        });
        if (strings.size() != count) {
            throw error("expected " + expected + ", found " + strings.size() + " texts");
        }
        return strings;
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    boolean isString() {
        return parser.currentToken() == JsonToken.VALUE_STRING;
    }

    boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    boolean isTrue() {
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    String string(String expected) {
        require(JsonToken.VALUE_STRING, expected);
        return parser.getString();
    }

    boolean bool(String expected) {
        if (parser.currentToken() != JsonToken.VALUE_TRUE && parser.currentToken() != JsonToken.VALUE_FALSE) {
            throw wrong(expected);
        }
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    /** True, false or null, the value of a member of that name. */
    Boolean boolOrNull(String name) {
        return isNull() ? null : bool(name + ": true or false");
    }

    /** A token id, the value of an object's member or an element of an array. */
    int id() {
        return id(parser.currentName());
    }

    /** A token id, or another whole number as small; {@code of} is what has it, for messages. */
    int id(String of) {
        boolean isInt = parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getStringLength() <= MOST_DIGITS;
        int id = isInt ? parser.getIntValue() : -1;
        if (id < 0 || id >= Vocabulary.MAX_IDS) {
            throw wrong("the id of " + quote(of) + " as a whole number from 0 to "
                    + (Vocabulary.MAX_IDS - 1));
        }
        return id;
    }

    double number(String expected) {
        if (!parser.currentToken().isNumeric()) {
            throw wrong(expected);
        }
        return parser.getDoubleValue();
    }

    /** A number or a text as it is written, for comparing; {@link #shown} for messages. */
    String scalar() {
        return parser.currentToken().isScalarValue() ? parser.getString() : found();
    }

    /** Passes over the value, whatever it is. */
    void skip() {
        parser.skipChildren();
    }

    /** The error that something else was expected here. */
    TokenizerException wrong(String expected) {
        return error("expected " + expected + ", found " + found());
    }

    /** An error at this place. */
    TokenizerException error(String message) {
        return new TokenizerException(file + place(parser.currentTokenLocation()) + ": " + message);
    }

    private TokenizerException invalid(JacksonException e) {
        String all = printable(e.getOriginalMessage().lines().findFirst().orElse("unreadable"));
        String reason = all.length() <= LONGEST_REASON ? all : all.substring(0, LONGEST_REASON) + "…";
        return new TokenizerException(file + place(e.getLocation()) + ": not valid JSON: " + reason
                + "; the file is damaged or no JSON file: fetch it again", e);
    }

    private JsonToken next() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new TokenizerException(file + ": the file ends too early (or is empty): fetch it again");
        }
        return token;
    }

    private void require(JsonToken token, String expected) {
        if (parser.currentToken() != token) {
            throw wrong(expected);
        }
    }

    private String found() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case END_OBJECT, END_ARRAY -> "its end";
            case VALUE_STRING -> quote(parser.getString());
            default -> shorten(parser.getString());
        };
    }

    /** A text from a file as it may be shown on one line, in quotes and cut. */
    static String quote(String text) {
        return '"' + printable(shorten(text).replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    /** A text as it may be shown on one line: what would play with a terminal is escaped. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean escaped = Character.isISOControl(c) || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029';
            shown.append(escaped ? String.format("\\u%04x", (int) c) : c);
        }
        return shown.toString();
    }

    /** A name from a file as it may be shown on one line, without quotes and cut. */
    static String shown(String name) {
        return printable(shorten(name));
    }

    private static String shorten(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static String place(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 0
                ? ""
                : " line " + location.getLineNr() + " column " + location.getColumnNr();
    }
}
