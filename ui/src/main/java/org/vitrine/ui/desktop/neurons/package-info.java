/**
 * Views of neurons: the arithmetic of a head ({@link org.vitrine.ui.desktop.neurons.NeuronTab}, BertViz' neuron view and on
 * to what is written), and the activations of the feed-forward layers ({@link
 * org.vitrine.ui.desktop.neurons.ActivationsTab}): groups that fire together, or a single neuron along the text.
 *
 * <p>{@code NeuronModel} and {@code ActivationsModel} are the two without widgets. Factors take seconds: {@code
 * FactorQuestion} says which are wanted, they are searched for in the background, and a newer question ends an older search.
 * {@code NeuronSearch} understands what is typed to find a neuron.
 */
package org.vitrine.ui.desktop.neurons;
