/**
 * What if: a model computes with a head, a neuron or a token's stream taken away, weakened or exchanged, and what that
 * changes goes out. Nothing in the models knows of it: a recorder hands back another tensor than it was given.
 *
 * <pre>
 *   List&lt;Intervention&gt; ──► Intervening, a Recorder ──► model.forward(ids, intervening) ──► another Trace
 *   Trace before, Trace after ──► EffectReader ──► Effect
 * </pre>
 *
 * <p>{@link org.vitrine.explain.whatif.Intervention} says where and what: {@link org.vitrine.explain.whatif.HeadChange}
 * changes what a head brings back, {@link org.vitrine.explain.whatif.NeuronChange} one column of {@code mlp.act}, {@link
 * org.vitrine.explain.whatif.StreamChange} one token's row of the stream, {@link org.vitrine.explain.whatif.Patch} takes a
 * tensor from another text's pass (Vig et al. 2020; Meng et al. 2022). {@link org.vitrine.explain.whatif.Change} is what
 * becomes of the numbers: zero, their mean, or a multiple.
 *
 * <p>{@link org.vitrine.explain.whatif.Intervening} is the file to read: it is short, and shows why {@link
 * org.vitrine.transformer.trace.Recorder#keep} returns a tensor. {@link org.vitrine.explain.whatif.EffectReader} compares
 * the pass with the one before: what is predicted, and how far the stream moved, layer by layer.
 */
package org.vitrine.explain.whatif;
