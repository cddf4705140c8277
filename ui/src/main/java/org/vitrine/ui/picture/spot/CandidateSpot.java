package org.vitrine.ui.picture.spot;

import org.vitrine.ui.drawing.Spot;

/**
 * What a layer says of a token at a position.
 *
 * @param layer counted from 0; −1 for the embeddings
 * @param position of the predicted token
 * @param id the token
 */
public record CandidateSpot(int layer, int position, int id) implements Spot {
}
