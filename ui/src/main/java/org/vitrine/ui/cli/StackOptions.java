package org.vitrine.ui.cli;

import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.session.LoadedModel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which of a model's towers of layers is looked into. */
final class StackOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--stack", order = 1, paramLabel = "STACK", converter = Choices.OfStack.class,
            description = "For BART: whose neurons, encoder (default) or decoder.")
    private Stack stack;

    /**
     * The stack that is wanted, or the first that the model has.
     *
     * @throws ParameterException if the model has no such stack
     */
    Stack of(LoadedModel model) {
        Stack first = model.family().stacks().getFirst();
        if (stack != null && !model.family().stacks().contains(stack)) {
            throw new ParameterException(spec.commandLine(), "--stack " + stack + " is not in " + model.name()
                    + ", which is " + model.family().title() + " and has one stack, the " + first);
        }
        return stack == null ? first : stack;
    }

    /** How many layers that stack has. */
    int layers(LoadedModel model) {
        return model.layers(of(model) == Stack.ENCODER ? AttentionKind.ENCODER : AttentionKind.DECODER);
    }
}
