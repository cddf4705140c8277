package org.vitrine.explain.attention;

/** Which of BERT's two texts looks at which: BertViz' sentence filter. The weights stay as they are, rows need not sum to 1. */
public enum SentenceFilter {
    /** Every token looks at every token. */
    ALL("all", -1, -1),
    /** Within the first text. */
    A_TO_A("a-a", 0, 0),
    /** From the first text to the second. */
    A_TO_B("a-b", 0, 1),
    /** From the second text to the first. */
    B_TO_A("b-a", 1, 0),
    /** Within the second text. */
    B_TO_B("b-b", 1, 1);

    private static final int ANY = -1;

    private final String word;
    private final int from;
    private final int to;

    SentenceFilter(String word, int from, int to) {
        this.word = word;
        this.from = from;
        this.to = to;
    }

    /** Whether a token is among those that look. */
    public boolean asks(AttentionToken token) {
        return from == ANY || token.segment() == from;
    }

    /** Whether a token is among those that are looked at. */
    public boolean answers(AttentionToken token) {
        return to == ANY || token.segment() == to;
    }

    /** The word on the command line and in files. */
    @Override
    public String toString() {
        return word;
    }
}
