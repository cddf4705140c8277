package org.vitrine.transformer.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes several texts side by side and keeps the likeliest: Graves 2012, "Sequence Transduction with Recurrent Neural
 * Networks", section 2.5. The score of a text is its log-probability by its length to a power, a simple form of the
 * penalty in Wu et al. 2016, "Google's Neural Machine Translation System", section 7.
 *
 * <p>The texts and scores are those of Hugging Face's {@code generation/utils.py}, {@code _beam_search}. That starts with
 * as many equal texts as beams and a score of −10⁹ for all but one; here there is one text at the start, and a text that
 * no token may follow is given up.
 */
public final class BeamSearch {
    private final Draft draft;
    private final GenerationSettings settings;
    private final List<ScoreRule> more;

    /** A search by a draft that has read nothing yet; each search goes on from a fork of it. */
    public BeamSearch(Draft draft, GenerationSettings settings) {
        this(draft, settings, List.of());
    }

    /** A search with more rules, which are applied after those of the settings. */
    public BeamSearch(Draft draft, GenerationSettings settings, List<ScoreRule> more) {
        this.draft = Scores.requireUnread(draft);
        this.settings = settings;
        this.more = List.copyOf(more);
    }

    /** The best texts after a prompt, when nobody watches. */
    public List<Hypothesis> search(int[] prompt) {
        return search(prompt, step -> {});
    }

    /**
     * The best texts after a prompt; for BART the prompt is the start token, {@link GenerationSettings#start}.
     *
     * @param listener is told every step as soon as it is done
     * @return best first: at least one, at most as many as there are beams
     * @throws org.vitrine.transformer.config.ModelException if the prompt cannot be read or leaves no room for a token, or
     *     if the scores are no numbers
     */
    public List<Hypothesis> search(int[] prompt, Consumer<BeamStep> listener) {
        GenerationSettings here = settings.forPrompt(prompt.length, draft.limit());
        List<ScoreRule> rules = new ArrayList<>(here.rules());
        rules.addAll(more);
        BeamRun run = new BeamRun(draft.fork(), prompt, here, rules);
        while (!run.isOver()) {
            listener.accept(run.step());
        }
        return run.best();
    }
}
