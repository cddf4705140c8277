package org.vitrine.transformer.trace;

import java.util.Locale;

/** A tower of layers: the first word of every name. */
public enum Stack {
    /** Reads a whole text at once, each token seeing all: BERT, and the half of BART that reads. */
    ENCODER,
    /** Writes from left to right, each token seeing those before it: GPT-2, and the half of BART that writes. */
    DECODER,
    /**
     * What comes after the towers and speaks the vocabulary's language; a stack and a part in one. One matrix in GPT-2 and BART;
     * in BERT a dense layer, an activation, a norm and a matrix for masked words, and two more layers for pairs of texts.
     */
    HEAD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
