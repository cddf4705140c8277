package org.vitrine.ui.cli;

import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.Json;
import org.vitrine.ui.answer.Page;
import picocli.CommandLine.Option;

/** How the answer is shown, and what every command can say about itself. */
final class OutputOptions {
    @Option(names = "--json", order = 10, description = "Write one JSON document instead of a text for people.")
    private boolean json;

    @Option(names = "--color", order = 11, paramLabel = "WHEN", defaultValue = "auto",
            converter = Choices.OfColour.class, description = "Use colour: auto (default), always or never.")
    private ColourChoice colour;

    @Option(names = "--debug", order = 12, description = "Show the stack trace of a failure.")
    private boolean debug;

    @Option(names = {"-h", "--help"}, order = 13, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, order = 14, versionHelp = true, description = "Show the version.")
    private boolean version;

    /** Gives an answer as it is wanted: as a document, or to a person. */
    void give(Answer answer, Console console) {
        if (json) {
            console.document(Json.document(answer::write));
        } else {
            answer.show(new Page(console, console.terminal(colour)));
        }
        console.flush();
    }
}
