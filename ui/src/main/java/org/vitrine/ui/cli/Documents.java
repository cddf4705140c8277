package org.vitrine.ui.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.vitrine.tokenizer.Step;
import org.vitrine.ui.terminal.Terminal;

/** The command line's JSON documents and lines, for others who show the same answers. */
public final class Documents {
    private Documents() {
    }

    /** What {@code --json} prints of an answer: one JSON object, as the schemas in {@code docs/schema} say. */
    public static String of(Answer answer) {
        return Json.document(answer::write);
    }

    /**
     * What {@code tokenize --steps} prints of a tokenizer's steps, without colours.
     *
     * @param columns how wide a line may be
     */
    public static String steps(List<Step> steps, int columns) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(InputStream.nullInputStream(), out, OutputStream.nullOutputStream(),
                StandardCharsets.UTF_8, Map.of());
        new StepLines(new Page(console, new Terminal(columns, false, true)), Integer.MAX_VALUE).show(steps);
        console.flush();
        return out.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
