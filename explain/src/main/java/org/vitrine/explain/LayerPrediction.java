package org.vitrine.explain;

import java.util.List;

/**
 * What one layer would say.
 *
 * @param layer from 0; −1 for the embeddings, before the first layer
 * @param tensor the name of the stream that was read, for example {@code decoder.3.mlp.resid}
 * @param candidates the likeliest tokens, best first
 */
public record LayerPrediction(int layer, String tensor, List<Candidate> candidates) {
    public LayerPrediction {
        candidates = List.copyOf(candidates);
    }
}
