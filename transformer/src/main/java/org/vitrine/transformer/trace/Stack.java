package org.vitrine.transformer.trace;

import java.util.Locale;

/** A tower of layers: the first word of every name. */
public enum Stack {
    /** Reads a whole text at once: BERT, and the half of BART that reads. */
    ENCODER,
    /** Writes from left to right: GPT-2, and the half of BART that writes. */
    DECODER,
    /** What comes after the towers and speaks the vocabulary's language; a stack and a part in one. */
    HEAD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
