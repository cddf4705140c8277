package org.vitrine.ui.picture.spot;

import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.ui.drawing.Spot;

/** An attention head. */
public record HeadSpot(AttentionKind kind, int layer, int head) implements Spot {
}
