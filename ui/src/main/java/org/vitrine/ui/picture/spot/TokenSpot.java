package org.vitrine.ui.picture.spot;

import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.drawing.Spot;

/**
 * A token that a stack reads.
 *
 * @param position counted from 0
 */
public record TokenSpot(Stack stack, int position) implements Spot {
}
