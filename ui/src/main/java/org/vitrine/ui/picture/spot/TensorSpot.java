package org.vitrine.ui.picture.spot;

import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.drawing.Spot;

/** A recorded tensor. */
public record TensorSpot(TensorName name) implements Spot {
}
