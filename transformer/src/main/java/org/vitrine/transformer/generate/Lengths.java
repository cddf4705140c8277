package org.vitrine.transformer.generate;

import org.vitrine.transformer.config.ModelException;

/**
 * How long a text is to be, in tokens. The whole text is all that the model reads and writes: with GPT-2 the prompt and
 * what follows, with BART the decoder's text, start token included.
 *
 * @param max of the whole text, where {@code maxNew} is 0 ({@code max_length})
 * @param min of the whole text, where {@code minNew} is 0 ({@code min_length})
 * @param maxNew after the prompt at most, 0 where {@code max} says it ({@code max_new_tokens})
 * @param minNew after the prompt at least, 0 where {@code min} says it ({@code min_new_tokens})
 */
public record Lengths(int max, int min, int maxNew, int minNew) {
    public Lengths {
        if (max < 1 || min < 0 || maxNew < 0 || minNew < 0) {
            throw new ModelException("a text's greatest length must be at least 1 and no length can be negative; found "
                    + max + " (max_length), " + min + " (min_length), " + maxNew + " (max_new_tokens), " + minNew
                    + " (min_new_tokens)");
        }
    }

    /** Of the whole text. */
    public static Lengths of(int min, int max) {
        return new Lengths(max, min, 0, 0);
    }

    /** Whether they say how long the whole text is, whatever the prompt. */
    boolean areTotal() {
        return maxNew == 0 && minNew == 0;
    }

    /**
     * These lengths as those of the whole text, none beyond what the model can read.
     *
     * @throws ModelException if the prompt leaves no room for a token
     */
    Lengths forPrompt(int promptLength, int limit) {
        long most = maxNew == 0 ? max : (long) promptLength + maxNew;
        long least = minNew == 0 ? min : (long) promptLength + minNew;
        if (most <= promptLength) {
            throw new ModelException(
                    "the text to go on from is " + promptLength + " tokens long, but the whole text may "
                            + "have at most " + most + " (max_length); allow a longer text, or shorten it");
        }
        return of((int) Math.min(least, Integer.MAX_VALUE), (int) Math.min(most, limit));
    }
}
