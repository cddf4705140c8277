package org.vitrine.ui.cli;

import org.vitrine.ui.answer.RankingsQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The rank of each written token at every layer: Ecco's {@code rankings}. */
@Command(name = "rankings", header = "When does the model make up its mind?", sortOptions = false,
        description = "Lets the model write on, always the likeliest token, and shows which rank each written token "
                + "had after each layer: 1 means that this layer would have said it, too. BERT does not write: there it "
                + "is the likeliest token for each mask.",
        footer = {"", "Example:",
            "  vitrine rankings \"The keys to the cabinet\" --generate 5",
            "  vitrine rankings \"[MASK] was hungry, so she ate an [MASK].\""})
final class RankingsCommand extends LensCommand {
    @Option(names = "--generate", paramLabel = "N", description = "How many tokens to write (default: 1).")
    private Integer count;

    @Option(names = "--show-inputs", description = "Show the ranks of the text's own tokens, too.")
    private boolean showInputs;

    RankingsCommand(Console console) {
        super(console);
    }

    @Override
    RankingsQuestion question() {
        return new RankingsQuestion(count, showInputs, lens());
    }
}
