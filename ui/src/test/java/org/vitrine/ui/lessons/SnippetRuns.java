package org.vitrine.ui.lessons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.ui.cli.Run;
import org.vitrine.ui.shell.Transcript;
import tools.jackson.databind.JsonNode;

/**
 * Runs the Java of pages in {@code vitrine jshell}, all of a page in one session. JShell names the values of a session by their
 * places in it, {@code $1}, {@code $2}, so each explanation can be asked for its document and its picture at the end.
 */
final class SnippetRuns {
    private final Path folder;
    private final Map<List<String>, Ran> sessions = new HashMap<>();

    /**
     * A session that has ended.
     *
     * @param shown every piece with its output
     * @param folder where the documents and the pictures are, by the pieces' numbers, counted from 1
     */
    private record Ran(List<ShownSnippet> shown, Path folder) {
        Path file(int number, String ending) {
            Path file = folder.resolve(number + ending);
            if (!Files.exists(file)) {
                throw new IllegalArgumentException("'" + shown.get(number - 1).typed() + "' makes no " + ending
                        + "; it says: " + String.join(" ", shown.get(number - 1).output()));
            }
            return file;
        }
    }

    SnippetRuns(Path folder) {
        this.folder = folder;
    }

    /** What JShell prints. */
    List<String> printed(Page page, ShownSnippet snippet) {
        return ran(page).shown().get(page.snippets().indexOf(snippet)).output();
    }

    /** The document of the explanation that it makes. */
    JsonNode document(Page page, ShownSnippet snippet) {
        try {
            return Run.parse(Files.readString(ran(page).file(page.snippets().indexOf(snippet) + 1, ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picture of the explanation that it makes, as SVG. */
    Path picture(Page page, ShownSnippet snippet) {
        return ran(page).file(page.snippets().indexOf(snippet) + 1, ".svg");
    }

    private Ran ran(Page page) {
        List<String> typed = page.snippets().stream().map(ShownSnippet::typed).toList();
        return sessions.computeIfAbsent(typed, this::run);
    }

    private Ran run(List<String> typed) {
        try {
            Path files = Files.createDirectory(folder.resolve("session-" + sessions.size()));
            StringBuilder input = new StringBuilder();
            typed.forEach(each -> input.append(each).append('\n'));
            for (int number = 1; number <= typed.size(); number++) {
                input.append(write(files.resolve(number + ".json"), "$" + number + ".json()"));
                input.append(write(files.resolve(number + ".svg"), "$" + number + ".svg()"));
            }
            List<String> transcript = Transcript.of(input.toString()).lines().toList();
            List<ShownSnippet> shown = ShownSnippet.all(new Fence(ShownSnippet.INFO, 0, transcript));
            requireSame(typed, shown);
            return new Ran(shown.subList(0, typed.size()), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JShell takes a line that could stand alone for a piece of its own. */
    private static void requireSame(List<String> typed, List<ShownSnippet> shown) {
        for (int i = 0; i < typed.size(); i++) {
            if (i == shown.size() || !shown.get(i).typed().equals(typed.get(i))) {
                throw new IllegalArgumentException("JShell does not take '" + typed.get(i) + "' as one piece, but "
                        + (i == shown.size() ? "ended before it" : "'" + shown.get(i).typed() + "'"));
            }
        }
    }

    /** A line that writes a text to a file, or says in vain that there is no such text. */
    private static String write(Path file, String text) {
        return "Files.writeString(Path.of(java.net.URI.create(\"" + file.toUri() + "\")), " + text + ")\n";
    }
}
