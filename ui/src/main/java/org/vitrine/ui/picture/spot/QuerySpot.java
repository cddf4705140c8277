package org.vitrine.ui.picture.spot;

import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.ui.drawing.Spot;

/**
 * A token that looks.
 *
 * @param position of the token in its text
 */
public record QuerySpot(AttentionKind kind, int position) implements Spot {
}
