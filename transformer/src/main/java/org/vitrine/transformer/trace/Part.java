package org.vitrine.transformer.trace;

import java.util.Locale;

/** A part of a stack, or of one of its layers: the second word of a name. */
public enum Part {
    /** From token ids to the stream that the first layer reads. */
    EMBED,
    /** Self attention. */
    ATTN,
    /** Attention from the decoder to the encoder's last stream. */
    CROSS,
    /** The two matrices and the activation between them, for each token by itself. */
    MLP,
    /** After the last layer. */
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
