package org.vitrine.explain;

import org.vitrine.transformer.layer.Unembedding;

/** How a layer's stream is turned into scores of the vocabulary. */
public enum Lens {
    /** Through all of the model's head, as the last layer's is: layers compare with each other. */
    FINAL_NORM("final-norm", "every layer is read with %s, as the last one is"),
    /** Straight to the token table; only the last layer goes through all of the head. These are Ecco's numbers. */
    RAW("raw", "inner layers are read without %s, as Ecco does, so they cannot be compared with the last one");

    private final String word;
    private final String explanation;

    Lens(String word, String explanation) {
        this.word = word;
        this.explanation = explanation;
    }

    /** What this lens does to a model, in one sentence. */
    public String explanation(Unembedding model) {
        return explanation.formatted(model.headWords());
    }

    /** The word on the command line and in files. */
    @Override
    public String toString() {
        return word;
    }
}
