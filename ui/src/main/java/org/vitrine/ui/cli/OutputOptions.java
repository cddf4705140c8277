package org.vitrine.ui.cli;

import picocli.CommandLine.Option;

/** How the answer is shown. */
final class OutputOptions {
    @Option(names = "--json", description = "Write one JSON document instead of a text for people.")
    private boolean json;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto", converter = Choices.OfColour.class, description = "Use colour: auto (default), always or never.")
    private ColourChoice colour;

    @Option(names = "--debug", description = "Show the stack trace of a failure.")
    private boolean debug;

    /** Whether JSON is wanted. */
    boolean json() {
        return json;
    }

    /** When to use colour. */
    ColourChoice colour() {
        return colour;
    }
}
