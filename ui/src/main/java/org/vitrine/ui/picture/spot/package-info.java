/**
 * What the places of a picture stand for, so that a window can let people choose them: a token, a layer, a head, a neuron,
 * one number of a tensor.
 *
 * <p>A picture marks a place with a {@link org.vitrine.ui.drawing.Spot}; whoever shows it learns from the kind of spot what
 * was chosen, and nothing of where it was drawn. Two equal spots stand for the same thing, so what is chosen in one view can
 * be outlined in all. In a file they leave no trace.
 */
package org.vitrine.ui.picture.spot;
