package org.vitrine.ui.picture.spot;

import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.drawing.Spot;

/** A neuron: one number of {@code mlp.act}. */
public record NeuronSpot(Stack stack, int layer, int neuron) implements Spot {
}
