package org.vitrine.ui.picture.spot;

import org.vitrine.ui.drawing.Spot;

/**
 * A layer.
 *
 * @param layer counted from 0; −1 for the embeddings
 */
public record LayerSpot(int layer) implements Spot {
}
