package org.vitrine.ui.cli;

import java.util.concurrent.Callable;
import org.vitrine.ui.desktop.ViewerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vitrine} without a command: opens the window, or goes on the tour where there is no display. */
@Command(name = "vitrine", header = "A glass case for transformers: see what each layer computes.",
        synopsisSubcommandLabel = "[COMMAND]", abbreviateSynopsis = true,
        description = "Without a command it opens a window with all views.", optionListHeading = "%nOptions:%n",
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
        if (console.display()) {
            ViewCommand.open(console, ViewerOptions.NONE);
            return 0;
        }
        console.note(
                "there is no display to open the window on, so here is the tour; vitrine --help lists all commands");
        return spec.commandLine().execute("tour");
    }
}
