package org.vitrine.transformer.generate;

import java.util.List;
import org.vitrine.transformer.config.ModelException;

/** The scores of the next token, [V]: reading them, and making log-probabilities of them. */
final class Scores {
    private Scores() {
    }

    /** The draft, if it is still empty: rules and lengths count from its first token. */
    static Draft requireUnread(Draft draft) {
        if (draft.length() > 0) {
            throw new IllegalArgumentException(
                    "the draft has read " + draft.length() + " tokens; give one that is empty");
        }
        return draft;
    }

    /**
     * Reads tokens and checks what the model says to them: it may rule out some tokens with −∞, but not all.
     *
     * @throws ModelException if the scores are no numbers, as happens with damaged weights
     */
    static float[] read(Draft draft, int... ids) {
        float[] scores = draft.read(ids);
        if (!Float.isFinite(max(scores))) {   // NaN is the greatest of all
            throw new ModelException("the scores of the next token are not numbers; the weights are damaged, or "
                    + "hold NaN or infinite values");
        }
        return scores;
    }

    /** Applies rules, one after the other, in place. */
    static void apply(List<ScoreRule> rules, float[] scores, int[] written) {
        for (ScoreRule rule : rules) {
            rule.apply(scores, written);
        }
    }

    /** The greatest score; −∞ if every token is forbidden, NaN if one of them is. */
    static float max(float[] scores) {
        float max = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            max = Math.max(max, score);
        }
        return max;
    }

    /** The logarithms of the probabilities: each score less the logarithm of the sum of all exponentials. In place. */
    static void logSoftmax(float[] scores) {
        float max = max(scores);
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - max);
        }
        double total = max + Math.log(sum);
        for (int id = 0; id < scores.length; id++) {
            scores[id] = (float) (scores[id] - total);
        }
    }
}
