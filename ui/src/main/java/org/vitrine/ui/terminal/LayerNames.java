package org.vitrine.ui.terminal;

/** What rows of layers are called. */
public final class LayerNames {
    private LayerNames() {
    }

    /** {@code layer 3}, or {@code embeddings} for −1. */
    public static String of(int layer) {
        return layer < 0 ? "embeddings" : "layer " + layer;
    }
}
