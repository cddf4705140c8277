package org.vitrine.ui.cli;

import org.vitrine.transformer.trace.Stack;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that looks into one of a model's towers of layers. */
abstract class StackCommand extends PicturedCommand {
    @Parameters(index = "1", defaultValue = "", paramLabel = "TEXT_B",
            description = "A second text, which BERT reads too, or which BART's decoder reads.")
    private String pair;

    @Option(names = "--stack", order = 1, paramLabel = "STACK", converter = Choices.OfStack.class,
            description = "For BART: whose neurons, encoder (default) or decoder.")
    private Stack stack;

    StackCommand(Console console) {
        super(console);
    }

    @Override
    final String second() {
        return pair;
    }

    /** The stack that was chosen; null if none was. */
    final Stack stack() {
        return stack;
    }
}
