package org.vitrine.ui.desktop.whatif;

/** What is changed. */
enum What {
    HEAD("an attention head"), NEURON("a neuron"), STREAM("the stream of one token"),
    PATCH("a tensor, from a second text");

    private final String words;

    What(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
