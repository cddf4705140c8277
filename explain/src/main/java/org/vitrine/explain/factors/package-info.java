/**
 * Groups of neurons that fire together: the activations of some layers come in, a few factors go out, each with how strong
 * it is at every token and which neurons belong to it. Ecco's view (Alammar 2021, "Ecco", section 4).
 *
 * <pre>
 *   X [T, N]  ≈  strengthsᵀ [T, K] · neurons [K, N]       no number below 0, K factors, N = layers · f neurons
 * </pre>
 *
 * <p>In this order:
 * <ol>
 * <li>{@link org.vitrine.explain.factors.ActivationMatrix}: X, the recorded {@code mlp.act} of some layers side by side,
 * what is below 0 clipped to 0.
 * <li>{@link org.vitrine.explain.factors.FactorStart}: where the search begins, since it ends at a nearby optimum. {@link
 * org.vitrine.explain.factors.RandomStart} draws the numbers that scikit-learn draws, {@link
 * org.vitrine.explain.factors.NndsvdStart} takes singular vectors (Boutsidis and Gallopoulos 2008) and nothing random.
 * <li>{@code CoordinateDescent}: the search, one coordinate at a time (Cichocki and Phan 2009), as scikit-learn's solver
 * {@code cd} does it.
 * <li>{@link org.vitrine.explain.factors.ActivationFactors}: what was found: how strong each factor is along the text, and
 * its neurons.
 * </ol>
 * {@link org.vitrine.explain.factors.ActivationFactorizer} puts these together. {@code NeuronBlocks} and {@code Tile} are
 * there for speed alone: X is read from memory once an iteration.
 *
 * <p>A factor has a scale of its own (twice the strengths and half the neurons are the same product), so factors are
 * compared by their share of their own peak: {@link org.vitrine.explain.factors.FactorHeights}.
 */
package org.vitrine.explain.factors;
