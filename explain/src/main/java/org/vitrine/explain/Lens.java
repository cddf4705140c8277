package org.vitrine.explain;

/** How a layer's stream is turned into scores of the vocabulary. */
public enum Lens {
    /** Through the model's final norm, as the last layer's is: layers compare with each other. */
    FINAL_NORM("final-norm", "every layer is read through the model's final norm, as the last one is"),
    /** Straight to the vocabulary; only the last layer has been through the norm. These are Ecco's numbers. */
    RAW("raw", "inner layers are read without the model's final norm, as Ecco does: they look surer than they are");

    private final String word;
    private final String explanation;

    Lens(String word, String explanation) {
        this.word = word;
        this.explanation = explanation;
    }

    /** What this lens does, in one sentence. */
    public String explanation() {
        return explanation;
    }

    /** The word on the command line and in files. */
    @Override
    public String toString() {
        return word;
    }
}
