/**
 * What the three models share: records of weights, one equation, and the memory of a text that is being written. Never a
 * block: how the parts are wired is what tells the models apart, so each model writes that down itself.
 *
 * <p>{@link org.vitrine.transformer.layer.Attention} is the file to read: scaled dot-product attention, Vaswani et al. 2017,
 * equation 1, in a few lines.
 * <pre>
 *   q [H, T, e], k [H, S, e]  →  scores [H, T, S]  →  pattern, its rows sum to 1  →  · v [H, S, e]  →  heads [H, T, e]
 * </pre>
 *
 * <p>{@link org.vitrine.transformer.layer.Linear} is x·W + b, {@link org.vitrine.transformer.layer.LayerNorm} a row made to
 * have mean 0 and variance 1, {@link org.vitrine.transformer.layer.Activation} what stands between the two matrices of an
 * MLP. They hold numbers and check shapes; {@link org.vitrine.transformer.ops.Ops} computes.
 *
 * <p>{@link org.vitrine.transformer.layer.Cache} remembers keys and values while a text is written, so that one more token
 * is one more row. It belongs to writing: whoever looks at a text passes {@code Cache.none()} and sees every row computed.
 *
 * <p>{@link org.vitrine.transformer.layer.Unembedding} is the way from the stream to the vocabulary, which each model has in
 * its own form, so that any layer can be asked what it would say.
 */
package org.vitrine.transformer.layer;
