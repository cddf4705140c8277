package org.vitrine.transformer.generate;

import java.util.Arrays;

/**
 * Changes the scores of the next token before one is chosen; a score of −∞ forbids a token. What was written counts from
 * the first token that the model read: with GPT-2 the prompt, with BART the decoder's start token. As Hugging Face's
 * {@code generation/logits_process.py} does it.
 */
@FunctionalInterface
public interface ScoreRule {
    /**
     * Changes scores.
     *
     * @param scores of every vocabulary entry, [V]: changed in place
     * @param written all tokens so far; must not be changed
     */
    void apply(float[] scores, int[] written);

    /** The text does not end before it has that many tokens. */
    static ScoreRule minLength(int end, int length) {
        return (scores, written) -> {
            if (written.length < length) {
                scores[end] = Float.NEGATIVE_INFINITY;
            }
        };
    }

    /**
     * No n tokens in a row come twice: Paulus et al. 2017, "A Deep Reinforced Model for Abstractive Summarization",
     * section 2.5, with n = 3.
     */
    static ScoreRule noRepeat(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("tokens in a row are at least 1, not " + n);
        }
        return (scores, written) -> {
            int begun = written.length - (n - 1);   // where the n tokens begin of which the next one is the last
            for (int i = 0; i < begun; i++) {
                if (Arrays.equals(written, i, i + n - 1, written, begun, written.length)) {
                    scores[written[i + n - 1]] = Float.NEGATIVE_INFINITY;
                }
            }
        };
    }

    /** The token after the first one is this one; BART's text begins after the decoder's start token. */
    static ScoreRule forcedFirst(int id) {
        return (scores, written) -> {
            if (written.length == 1) {
                force(id, scores);
            }
        };
    }

    /** A text of the greatest length ends with this token. */
    static ScoreRule forcedLast(int id, int maxLength) {
        return (scores, written) -> {
            if (written.length == maxLength - 1) {
                force(id, scores);
            }
        };
    }

    private static void force(int id, float[] scores) {
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
        scores[id] = 0;
    }
}
