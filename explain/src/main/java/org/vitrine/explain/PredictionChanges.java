package org.vitrine.explain;

import java.util.List;

/**
 * What an intervention did to what each layer would say at one position.
 *
 * @param position the place of the predicted token, counted from 0
 * @param lens how the layers were read
 * @param layers in the order of computation, embeddings first
 */
public record PredictionChanges(int position, Lens lens, List<LayerChange> layers) {
    public PredictionChanges {
        layers = List.copyOf(layers);
    }
}
