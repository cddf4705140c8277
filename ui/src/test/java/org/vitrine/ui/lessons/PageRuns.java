package org.vitrine.ui.lessons;

import java.nio.file.Path;
import java.util.List;
import org.vitrine.ui.cli.Run;
import tools.jackson.databind.JsonNode;

/** Answers what pages ask: on the command line, or in JShell. Everything is asked once. */
final class PageRuns {
    private final CommandRuns commands;
    private final SnippetRuns snippets;

    /** @param folder for pictures and documents */
    PageRuns(Path folder) {
        commands = new CommandRuns(folder);
        snippets = new SnippetRuns(folder);
    }

    /**
     * What is printed for people.
     *
     * @throws IllegalArgumentException if it fails; says why
     */
    List<String> printed(Page page, Shown asked) {
        return switch (asked) {
            case ShownCommand command -> {
                Run run = commands.printed(command.arguments());
                if (run.code() != 0) {
                    throw new IllegalArgumentException("the command fails: " + run.err().strip());
                }
                yield ShownOutput.lines(run.out());
            }
            case ShownSnippet snippet -> ShownOutput.lines(String.join("\n", snippets.printed(page, snippet)));
        };
    }

    /** The document. */
    JsonNode document(Page page, Shown asked) {
        return switch (asked) {
            case ShownCommand command -> commands.document(command.arguments());
            case ShownSnippet snippet -> snippets.document(page, snippet);
        };
    }

    /** The picture, as SVG. */
    Path picture(Page page, Shown asked) {
        return switch (asked) {
            case ShownCommand command -> commands.picture(command.arguments());
            case ShownSnippet snippet -> snippets.picture(page, snippet);
        };
    }
}
