package org.vitrine.ui.cli;

/** What rows of layers are called. */
final class LayerNames {
    private LayerNames() {
    }

    /** {@code layer 3}, or {@code embeddings} for −1. */
    static String of(int layer) {
        return layer < 0 ? "embeddings" : "layer " + layer;
    }
}
