package org.vitrine.ui.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.vitrine.ui.session.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Texts from a file, one JSON object such as {@code {"text": "The keys"}} a line, perhaps with a {@code text_pair}; empty
 * lines are passed over.
 */
final class BatchFile {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int DEEPEST = 20;
    private static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build();

    private final String name;
    private final Console console;
    private int line;

    /** @param name a path, or {@code -} for standard input */
    BatchFile(String name, Console console) {
        this.name = name;
        this.console = console;
    }

    /**
     * Hands over one text after the other.
     *
     * @throws CommandException if the file cannot be read or a line is not what it should be; says which
     */
    void forEach(Consumer<Texts> texts) {
        try (InputStream in = open();
                Reader reader = new BufferedReader(
                        new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
            for (String text = readLine(reader); text != null; text = readLine(reader)) {
                if (!text.isBlank()) {
                    texts.accept(texts(text));
                }
            }
        } catch (CharacterCodingException e) {
            throw new CommandException(where() + ": expected UTF-8, found bytes that are not", e);
        } catch (NoSuchFileException e) {
            throw new CommandException(name + ": there is no such file", e);
        } catch (IOException e) {
            throw new CommandException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The file and the line that was read last, for messages. */
    String where() {
        return (name.equals("-") ? "standard input" : name) + ", line " + line;
    }

    private InputStream open() throws IOException {
        if (name.equals("-")) {
            return console.in();
        }
        try {
            if (Files.isDirectory(Path.of(name))) {
                throw new CommandException(name + ": is a folder, expected a file with one JSON object a line");
            }
            return Files.newInputStream(Path.of(name));
        } catch (InvalidPathException e) {
            throw new CommandException(name + ": no file can be called so", e);
        }
    }

    /** The next line, or null at the end; a line that never ends does not fill the memory. */
    private String readLine(Reader reader) throws IOException {
        line++;
        StringBuilder text = new StringBuilder();
        for (int c = reader.read(); c != '\n'; c = reader.read()) {
            if (c < 0) {
                return text.isEmpty() ? null : text.toString();
            }
            if (text.length() == LONGEST_LINE) {
                throw new CommandException(where() + ": is longer than " + LONGEST_LINE + " characters");
            }
            text.append((char) c);
        }
        return text.toString();
    }

    private Texts texts(String line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            Map<String, String> texts = members(json);
            if (json.nextToken() != null) {
                throw new CommandException(where() + ": is not valid JSON: more follows after the object");
            }
            if (texts.get("text") == null) {
                throw new CommandException(
                        where() + ": expected a JSON object with a \"text\" that is a string, such as "
                                + "{\"text\": \"The keys to the cabinet\"}");
            }
            String pair = texts.getOrDefault("text_pair", "");
            if (pair == null) {
                throw new CommandException(where() + ": expected a string as \"text_pair\"");
            }
            return new Texts(texts.get("text"), pair);
        } catch (JacksonException e) {
            throw new CommandException(where() + ": is not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The members of the object; those that are no strings are null. Nothing where there is no object. */
    private static Map<String, String> members(JsonParser json) {
        Map<String, String> texts = new HashMap<>();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return texts;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            texts.put(name, json.nextToken() == JsonToken.VALUE_STRING ? json.getString() : null);
            json.skipChildren();
        }
        return texts;
    }
}
