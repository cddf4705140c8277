package org.vitrine.ui.cli;

import java.util.concurrent.Callable;
import org.vitrine.ui.answer.ModelsAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the classroom models and those that were fetched before. */
@Command(name = "models", header = "Which models are here?", sortOptions = false,
        description = "Lists the classroom models, which are small, really trained, part of the program, and need no "
                + "network; then the models of the Hugging Face cache, which vitrine pull and Python's programs fill.",
        footer = {"", "Example:", "  vitrine models"})
final class ModelsCommand implements Callable<Integer> {
    @Mixin
    private OutputOptions output;

    private final Console console;

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.give(ModelsAnswer.of(console.cache()), console);
        return 0;
    }
}
