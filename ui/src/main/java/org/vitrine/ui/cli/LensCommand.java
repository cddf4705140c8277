package org.vitrine.ui.cli;

import org.vitrine.explain.Lens;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that reads a model's layers through a lens. */
abstract class LensCommand extends PicturedCommand {
    @Option(names = "--lens", order = 1, paramLabel = "LENS", defaultValue = "final-norm",
            converter = Choices.OfLens.class,
            description = "final-norm: through all of the model's head, final norm included (default); raw: straight "
                    + "to the token table, as Ecco does.")
    private Lens lens;

    @Parameters(index = "1", defaultValue = "", paramLabel = "TEXT_B",
            description = "A second text, which BERT reads too, or from which BART's decoder goes on.")
    private String pair;

    LensCommand(Console console) {
        super(console);
    }

    @Override
    final String second() {
        return pair;
    }

    final Lens lens() {
        return lens;
    }
}
