package org.vitrine.ui.cli;

import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.session.LoadedModel;
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
    final String pair() {
        return pair;
    }

    /** The stack that is wanted, or the first that the model has. */
    final Stack stack(LoadedModel model) {
        Stack first = model.family().stacks().getFirst();
        if (stack != null && !model.family().stacks().contains(stack)) {
            throw usage("--stack " + stack + " is not in " + model.name() + ", which is " + model.family().title()
                    + " and has one stack, the " + first);
        }
        return stack == null ? first : stack;
    }

    /** How many layers that stack has. */
    final int layers(LoadedModel model) {
        return model.layers(stack(model) == Stack.ENCODER ? AttentionKind.ENCODER : AttentionKind.DECODER);
    }
}
