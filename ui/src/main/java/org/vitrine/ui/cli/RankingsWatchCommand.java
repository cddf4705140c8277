package org.vitrine.ui.cli;

import java.util.List;
import org.vitrine.ui.answer.RankingsWatchQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The ranks of some tokens at one position, layer by layer: Ecco's {@code rankings_watch}. */
@Command(name = "rankings-watch", header = "Which of these words is ahead, layer by layer?", sortOptions = false,
        description = "Shows how each layer ranks the watched tokens at one position, and which of them is ahead.",
        footer = {"", "Example:",
            "  vitrine rankings-watch \"The keys to the cabinet\" --watch \" is\" --watch \" are\"",
            "  vitrine rankings-watch \"The keys to the cabinet [MASK] old.\" --watch is --watch are"})
final class RankingsWatchCommand extends LensCommand {
    @Option(names = "--watch", paramLabel = "WORD",
            description = "A token to watch, as text, with its leading space; give it once for each token.")
    private List<String> words = List.of();

    @Option(names = "--watch-id", paramLabel = "ID", description = "A token to watch, as its id.")
    private List<Integer> ids = List.of();

    @Option(names = "--position", paramLabel = "N", description = "Place of the predicted token, counted from 0 "
            + "(default: the token after the text, or at the first mask).")
    private Integer position;

    @Option(names = "--generate", paramLabel = "N", defaultValue = "0",
            description = "Write N tokens first, so that --position can point at them (default: ${DEFAULT-VALUE}).")
    private int count;

    RankingsWatchCommand(Console console) {
        super(console);
    }

    @Override
    RankingsWatchQuestion question() {
        return new RankingsWatchQuestion(words, ids, position, count, lens());
    }
}
