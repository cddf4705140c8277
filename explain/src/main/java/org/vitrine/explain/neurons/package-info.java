/**
 * Single neurons of the feed-forward parts: {@code mlp.act} [T, f] of each layer comes in; along a text, what one neuron
 * does at each token goes out, or at one token, which neurons it fires most.
 *
 * <p>A neuron is a column of {@code mlp.act}: what the activation made of one output of the first matrix, and what the
 * second matrix multiplies with one row of its own. So it can be read as a key that fits some texts and a value that is then
 * written to the stream (Geva et al. 2021, "Transformer Feed-Forward Layers Are Key-Value Memories").
 *
 * <p>{@link org.vitrine.explain.neurons.NeuronReader} answers both: {@code text(layer, neuron)} with a {@link
 * org.vitrine.explain.neurons.NeuronText}, {@code top(position, count, layers)} with {@link
 * org.vitrine.explain.neurons.TopNeurons}; {@code changes} tells what an intervention did.
 */
package org.vitrine.explain.neurons;
