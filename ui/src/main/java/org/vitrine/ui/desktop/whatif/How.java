package org.vitrine.ui.desktop.whatif;

/** How it is changed. */
enum How {
    ZERO("set to zero"), SCALE("multiply by"), MEAN("replace by the mean over all tokens");

    private final String words;

    How(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
