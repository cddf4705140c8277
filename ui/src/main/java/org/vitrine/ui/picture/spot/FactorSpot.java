package org.vitrine.ui.picture.spot;

import org.vitrine.ui.drawing.Spot;

/** A group of neurons that fire together. */
public record FactorSpot(int factor) implements Spot {
}
