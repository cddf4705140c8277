package org.vitrine.ui.cli;

import org.vitrine.ui.answer.HeadViewQuestion;
import org.vitrine.ui.answer.HeadViewQuestion.Manner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where each token looks in one layer: BertViz' {@code head_view}. */
@Command(name = "attention-head-view", header = "Where does each token look?", sortOptions = false,
        description = "Shows for each token and each head of a layer which token it looks at most, and what each head "
                + "looks at on average. One head, or one token (--position), is shown with its strongest links.",
        footer = {"", "Example:",
            "  vitrine attention-head-view \"The keys to the cabinet\" --layer 5 --heads 3",
            "  vitrine attention-head-view \"The cat sat on the mat\" \"The cat lay on the rug\"",
            "  vitrine attention-head-view \"The keys to the cabinet\" --rollout --layer 5"})
final class HeadViewCommand extends AttentionCommand {
    @Option(names = "--layer", paramLabel = "L", defaultValue = "0",
            description = "Which layer, counted from 0 (default: ${DEFAULT-VALUE}).")
    private int layer;

    @Option(names = "--heads", paramLabel = "LIST", converter = NumberList.Reader.class,
            description = "Only these heads, counted from 0, as in 0-3,5 (default: all).")
    private NumberList heads;

    @Option(names = "--position", paramLabel = "N",
            description = "Only the token at this place of the text that looks, counted from 0.")
    private Integer position;

    @Option(names = "--average", description = "The heads' average instead of each head.")
    private boolean average;

    @Option(names = "--rollout", description = "What has arrived where through all layers up to this one, if attention "
            + "were all that moves it (attention rollout).")
    private boolean rollout;

    @Option(names = "--links", paramLabel = "N",
            description = "How many links of each token, the strongest (default: as many as are easily read).")
    private Integer links;

    HeadViewCommand(Console console) {
        super(console);
    }

    @Override
    HeadViewQuestion question() {
        return new HeadViewQuestion(settings(), layer, numbers(heads), position,
                new Manner(average, rollout, links));
    }
}
