package org.vitrine.ui.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vitrine} without a command: says which there are. */
@Command(name = "vitrine", header = "A glass case for transformers: see what each layer computes.",
        synopsisSubcommandLabel = "COMMAND", abbreviateSynopsis = true, optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n", footer = {"", "vitrine COMMAND --help explains a command. Try:",
            "  vitrine predictions \" Heathrow airport is in the city of\""})
final class RootCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private final Console console;

    RootCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.print(spec.commandLine().getUsageMessage(spec.commandLine().getColorScheme()));
        console.flush();
        return 0;
    }
}
