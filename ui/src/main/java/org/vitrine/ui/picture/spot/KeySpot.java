package org.vitrine.ui.picture.spot;

import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.ui.drawing.Spot;

/**
 * A token that is looked at.
 *
 * @param position of the token in its text
 */
public record KeySpot(AttentionKind kind, int position) implements Spot {
}
