package org.vitrine.ui.api;

import org.vitrine.explain.Lens;
import org.vitrine.explain.RankTable;
import org.vitrine.ui.answer.Choice;
import org.vitrine.ui.answer.RankingsAnswer;
import org.vitrine.ui.answer.RankingsQuestion;

/** How each layer ranks the tokens that the model writes, one without settings; with BERT, its likeliest token at each mask. */
public final class Rankings extends Drawn {
    private final RankingsQuestion asked;

    private Rankings(Run run, RankingsQuestion asked) {
        super(run, asked);
        this.asked = asked;
    }

    Rankings(Run run) {
        this(run, new RankingsQuestion(null, false, Lens.FINAL_NORM));
    }

    /**
     * How many tokens to write, always the likeliest.
     *
     * <pre>{@code
     * run.rankings().generate(5)
     * }</pre>
     *
     * @param tokens 1 or more; 0 after {@link #showInputs}
     */
    public Rankings generate(int tokens) {
        return new Rankings(run(), new RankingsQuestion(tokens, asked.showInputs(), asked.lens()));
    }

    /**
     * The text's own tokens are ranked, too.
     *
     * <pre>{@code
     * run.rankings().showInputs().generate(0)
     * }</pre>
     */
    public Rankings showInputs() {
        return new Rankings(run(), new RankingsQuestion(asked.generate(), true, asked.lens()));
    }

    /**
     * How the layers are read.
     *
     * @param lens {@code final-norm}: through the model's whole head; {@code raw}: straight to the token table, as Ecco does
     */
    public Rankings lens(String lens) {
        return new Rankings(run(),
                new RankingsQuestion(asked.generate(), asked.showInputs(), Choice.of("lens", lens, Lens.values())));
    }

    /** The numbers: a column for each token, a row for the embeddings and each layer, in each cell a rank and a probability. */
    public RankTable numbers() {
        return ((RankingsAnswer) found().answer()).table();
    }
}
