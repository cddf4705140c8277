package org.vitrine.ui.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines to try in JShell; {@code docs/jshell.md} shows what each prints.
 *
 * @param lines each by itself, but those that use a {@code run} need the one that makes it
 */
public record Examples(List<String> lines) {
    public Examples {
        lines = List.copyOf(lines);
    }

    static Examples read() {
        try (InputStream in = Examples.class.getResourceAsStream("examples.txt")) {
            return new Examples(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line each. */
    @Override
    public String toString() {
        return String.join(System.lineSeparator(), lines);
    }
}
