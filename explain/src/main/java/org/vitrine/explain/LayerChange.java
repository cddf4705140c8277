package org.vitrine.explain;

import java.util.List;

/**
 * What an intervention did to what one layer would say.
 *
 * @param layer from 0; −1 for the embeddings, before the first layer
 * @param tensor the name of the stream that was read, for example {@code decoder.3.mlp.resid}
 * @param candidates the likeliest tokens of either, those with the intervention best first
 */
public record LayerChange(int layer, String tensor, List<CandidateChange> candidates) {
    public LayerChange {
        candidates = List.copyOf(candidates);
    }
}
