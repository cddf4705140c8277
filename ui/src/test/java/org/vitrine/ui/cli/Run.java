package org.vitrine.ui.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command that was run inside the test: its exit code and what it wrote. */
public record Run(int code, String out, String err) {
    static final Path TINY = Path.of("src/test/resources/models/gpt2-tiny");

    /** Runs a command as if in a pipe, 80 columns wide. */
    public static Run of(String... args) {
        return with(Map.of(), "", args);
    }

    /** Runs a command with what is known of the terminal, and standard input. */
    static Run with(Map<String, String> settings, String in, String... args) {
        Map<String, String> all = new HashMap<>(Map.of("vitrine.stdout.terminal", "false"));
        all.putAll(settings);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out, err,
                StandardCharsets.UTF_8, all);
        int code = CommandLines.run(console, args);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The document that was written, which must be the only thing on standard output. */
    public JsonNode json() {
        if (code != 0) {
            throw new AssertionError("exit code " + code + ": " + err);
        }
        return parse(out);
    }

    public static JsonNode parse(String json) {
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().readTree(json);
    }

    /** The one line on standard error; fails where there are more or none. */
    String complaint() {
        List<String> lines = err.lines().toList();
        if (lines.size() != 1 || !err.endsWith(System.lineSeparator())) {
            throw new AssertionError("expected one line on standard error, found: " + err);
        }
        return lines.getFirst();
    }
}
