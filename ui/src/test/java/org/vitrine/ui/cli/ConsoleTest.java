package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aReaderThatHasGoneEndsTheCommandQuietly() {
        assertThat(run(failing("Broken pipe"), "predictions", "The cat")).isZero();
        assertThat(run(failing("Broken pipe"), "generate", "The cat", "--max-new-tokens", "3")).isZero();
        assertThat(run(failing("Broken pipe"), "--help")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aFullDiskIsAFailure() {
        assertThat(run(failing("No space left on device"), "predictions", "The cat")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("the disk is full; make room or").hasLineCount(1);
    }

    @Test
    void whereCharactersAreMissingAsciiStandsIn() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = console(out, StandardCharsets.US_ASCII);
        assertThat(CommandLines.run(console, "rankings-watch", "The keys to the cabinet", "--watch", " is", "--watch",
                " are")).isZero();
        CommandLines.run(console, "predictions", " Heathrow airport is in the city of");
        assertThat(out.toString(StandardCharsets.US_ASCII)).contains("_cabinet", "<", "########").doesNotContain("?█");
        assertThat(out.toByteArray()).doesNotContain((byte) 0xe2);
    }

    @Test
    void documentsAreUtf8WhateverTheTerminalIs() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CommandLines.run(console(out, StandardCharsets.ISO_8859_1), "tokenize", "Zürich 東京", "--json");
        assertThat(Run.parse(out.toString(StandardCharsets.UTF_8)).get("text").stringValue()).isEqualTo("Zürich 東京");
    }

    @Test
    void theWidthIsThatOfTheTerminalOrEighty() {
        assertThat(columns(Map.of())).isEqualTo(80);
        assertThat(columns(Map.of("COLUMNS", "100"))).isEqualTo(100);
        assertThat(columns(Map.of("COLUMNS", "100", "vitrine.columns", "132"))).isEqualTo(132);
        assertThat(columns(Map.of("vitrine.columns", "3"))).isEqualTo(20);
        assertThat(columns(Map.of("vitrine.columns", "wide"))).isEqualTo(80);
    }

    private static int columns(Map<String, String> settings) {
        return new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                StandardCharsets.UTF_8, settings).columns();
    }

    private Console console(OutputStream out, Charset charset) {
        return new Console(InputStream.nullInputStream(), out, err, charset,
                Map.of("vitrine.stdout.terminal", "false"));
    }

    private int run(OutputStream out, String... args) {
        return CommandLines.run(console(out, StandardCharsets.UTF_8), args);
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
