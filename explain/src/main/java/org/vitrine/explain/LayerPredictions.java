package org.vitrine.explain;

import java.util.List;

/**
 * What each layer would say at one position.
 *
 * @param position the place of the predicted token, counted from 0: the text's length for the token after it
 * @param lens how the layers were read
 * @param layers in the order of computation, embeddings first
 */
public record LayerPredictions(int position, Lens lens, List<LayerPrediction> layers) {
    public LayerPredictions {
        layers = List.copyOf(layers);
    }
}
