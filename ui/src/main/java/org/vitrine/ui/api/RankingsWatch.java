package org.vitrine.ui.api;

import java.util.Arrays;
import java.util.List;
import org.vitrine.explain.Lens;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.answer.Choice;
import org.vitrine.ui.answer.RankingsWatchAnswer;
import org.vitrine.ui.answer.RankingsWatchQuestion;

/** How each layer ranks the watched tokens at one place. Without settings: the token after the text, or at the first mask. */
public final class RankingsWatch extends Drawn {
    private final RankingsWatchQuestion asked;

    private RankingsWatch(Run run, RankingsWatchQuestion asked) {
        super(run, asked);
        this.asked = asked;
    }

    RankingsWatch(Run run, List<String> words) {
        this(run, new RankingsWatchQuestion(words, List.of(), null, 0, Lens.FINAL_NORM));
    }

    /**
     * Tokens to watch beside the words, by their ids.
     *
     * <pre>{@code
     * run.rankingsWatch(" is").ids(337)
     * }</pre>
     *
     * @param ids from the model's vocabulary
     */
    public RankingsWatch ids(int... ids) {
        return new RankingsWatch(run(), new RankingsWatchQuestion(asked.words(), Arrays.stream(ids).boxed().toList(),
                asked.position(), asked.generate(), asked.lens()));
    }

    /**
     * The place of the predicted token. Beyond the text, the model writes on greedily.
     *
     * <pre>{@code
     * run.rankingsWatch(" is", " are").position(5)
     * }</pre>
     *
     * @param position 1 or more; with BERT the place of a token, 0 or more
     */
    public RankingsWatch position(int position) {
        return new RankingsWatch(run(), new RankingsWatchQuestion(asked.words(), asked.ids(), position,
                asked.generate(), asked.lens()));
    }

    /**
     * How many tokens are written first, so that {@link #position} can point at them.
     *
     * @param tokens 0 or more
     */
    public RankingsWatch generate(int tokens) {
        return new RankingsWatch(run(), new RankingsWatchQuestion(asked.words(), asked.ids(), asked.position(), tokens,
                asked.lens()));
    }

    /**
     * How the layers are read.
     *
     * @param lens {@code final-norm}: through the model's whole head; {@code raw}: straight to the token table, as Ecco does
     */
    public RankingsWatch lens(String lens) {
        return new RankingsWatch(run(), new RankingsWatchQuestion(asked.words(), asked.ids(), asked.position(),
                asked.generate(), Choice.of("lens", lens, Lens.values())));
    }

    /** The numbers: a column for each token, a row for the embeddings and each layer, in each cell a rank and a probability. */
    public RankTable numbers() {
        return ((RankingsWatchAnswer) found().answer()).table();
    }
}
