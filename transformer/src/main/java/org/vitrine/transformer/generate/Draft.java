package org.vitrine.transformer.generate;

import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.layer.Cache;

/** A text that a model is writing: reads tokens, says what may come next. */
public interface Draft {
    /** How many tokens of the text that is being written were read so far. */
    int length();

    /** How many tokens of it the model can read. */
    int limit();

    /**
     * Reads tokens that follow those before.
     *
     * @return the score of every vocabulary entry as the next token, [V]; a new array, which is the caller's
     * @throws org.vitrine.transformer.config.ModelException if the model cannot read them: there is none, there are too
     *     many, or one is outside its vocabulary
     */
    float[] read(int... ids);

    /** A draft that has read the same and goes on by itself. */
    Draft fork();

    /** A text by GPT-2, still empty; keys and values are remembered, so that a new token costs one token's work. */
    static Draft of(Gpt2 model) {
        return ModelDraft.of(model, Cache.growing());
    }

    /** A text by BART's decoder, still empty, about a text that the encoder reads here and now, once. */
    static Draft of(Bart model, int[] ids) {
        return ModelDraft.of(model, ids, Cache.growing());
    }
}
