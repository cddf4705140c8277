package org.vitrine.ui.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * The command line without a process of its own.
 *
 * @param code how it ended
 * @param err what was written to standard error
 */
public record InProcess(int code, String err) {
    /** What the commands are called. */
    public static Set<String> commands() {
        return CommandLines.names();
    }

    /** Runs a command as if in a pipe, without a screen. */
    public static InProcess run(byte[] in, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = CommandLines.run(console(in, err), args);
        return new InProcess(code, err.toString(StandardCharsets.UTF_8));
    }

    /** Reads a file of texts; code 1 and its message where it is refused. */
    public static InProcess batch(byte[] lines) {
        try {
            new BatchFile("-", console(lines, new ByteArrayOutputStream())).forEach(texts -> {
                if (texts.text() == null || texts.pair() == null) {
                    throw new AssertionError("expected two texts, found " + texts);
                }
            });
            return new InProcess(0, "");
        } catch (CommandException e) {
            return new InProcess(1, e.getMessage());
        }
    }

    private static Console console(byte[] in, ByteArrayOutputStream err) {
        return new Console(new ByteArrayInputStream(in), new ByteArrayOutputStream(), err, StandardCharsets.UTF_8,
                Map.of("vitrine.stdout.terminal", "false"));
    }
}
