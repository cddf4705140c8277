package org.vitrine.transformer.trace;

import java.util.Locale;

/** A part of a stack, or of one of its layers: the second word of a name. */
public enum Part {
    /**
     * From token ids to the stream that the first layer reads, {@code embed.resid}: Vaswani et al. 2017, sections 3.4 and 3.5.
     * GPT-2 adds two tables, BERT three, which it then normalises, BART two, which it then normalises, in each stack.
     */
    EMBED,
    /**
     * Self attention, Vaswani et al. 2017, section 3.2.3: queries, keys and values come from one stream. Every token sees all in
     * BERT and BART's encoder; in GPT-2 and BART's decoder itself and those before it.
     */
    ATTN,
    /**
     * Attention from BART's decoder to the encoder's last stream, Vaswani et al. 2017, section 3.2.3: queries of the T tokens
     * written, keys and values of the S tokens read, no mask. Hugging Face calls it {@code encoder_attn}.
     */
    CROSS,
    /**
     * The two matrices and the activation between them, for each token by itself: Vaswani et al. 2017, section 3.3, "position-wise
     * feed-forward networks". f is 4d in all three models as they were published.
     */
    MLP,
    /** After the last layer: GPT-2's last norm. BERT and BART, whose layers end with one, have no such part. */
    FINAL;

    /** Whether this part occurs once in every layer, so that its names carry a layer number. */
    public boolean inLayers() {
        return this == ATTN || this == CROSS || this == MLP;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
