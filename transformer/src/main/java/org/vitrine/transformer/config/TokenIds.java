package org.vitrine.transformer.config;

/** The ids that a model is given to read, checked before anything is computed. */
public final class TokenIds {
    private TokenIds() {
    }

    /**
     * Refuses ids that a model cannot read.
     *
     * @param text what they are, for a message: {@code the text}, {@code the decoder's text}
     * @param past how many tokens stand before them
     * @param limits of the model
     * @throws ModelException if there is none, there are too many, or one is outside the vocabulary
     */
    public static void check(int[] ids, String text, int past, Limits limits) {
        if (ids.length == 0) {
            throw new ModelException("there is no token to read: " + text + " is empty");
        }
        if (past + ids.length > limits.context()) {
            throw new ModelException(text + " is " + (past + ids.length) + " tokens long, but this model reads at most "
                    + limits.context() + "; shorten the text");
        }
        for (int id : ids) {
            if (id < 0 || id >= limits.vocabulary()) {
                throw new ModelException("token id " + id + " in " + text + " is outside this model's vocabulary, 0 to "
                        + (limits.vocabulary() - 1));
            }
        }
    }
}
