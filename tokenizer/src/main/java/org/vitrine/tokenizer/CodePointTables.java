package org.vitrine.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Reads the files of code points beside this class: on each line a name and ranges; lines with # are remarks. */
final class CodePointTables {
    private CodePointTables() {
    }

    /** What a file holds, by name; {@code parse} makes it from the words of a line, the name being the first. */
    static <T> Map<String, T> read(String resource, Function<String[], T> parse) {
        Map<String, T> tables = new HashMap<>();
        try (InputStream in = CodePointTables.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            for (String line : text.split("\n")) {
                if (!line.startsWith("#")) {
                    String[] words = line.split(" ");
                    tables.put(words[0], parse.apply(words));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }
}
