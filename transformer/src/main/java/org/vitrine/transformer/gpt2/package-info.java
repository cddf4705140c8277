/**
 * GPT-2, a decoder that writes: ids of a text come in, for each position the scores of the token that follows go out. The
 * paper is Radford et al. 2019, "Language Models are Unsupervised Multitask Learners", section 2.3.
 *
 * <pre>
 *   x = tokens + positions
 *   each layer:  x = x + attention(LayerNorm(x))         every part normalises what it reads ("pre-LN")
 *                x = x + mlp(LayerNorm(x))               and adds to the stream what it computes
 *   scores = LayerNorm(x) · token tableᵀ
 * </pre>
 *
 * <p>{@link org.vitrine.transformer.gpt2.Gpt2} is the file to read, top to bottom; a breakpoint in {@code attention} shows
 * one layer, head by head. {@link org.vitrine.transformer.gpt2.Gpt2Config} has the sizes, {@link
 * org.vitrine.transformer.gpt2.Gpt2Weights} what was learnt; it and {@code Gpt2Names} alone know what a checkpoint calls it.
 *
 * <p>What surprises in the reference ({@code models/gpt2/modeling_gpt2.py}):
 * <ul>
 * <li>Its layers are {@code Conv1D}, which stores a matrix as [in, out]; BERT's and BART's are stored as [out, in].
 * <li>Query, key and value are one layer, {@code c_attn}, with 3d outputs. Here they are three, so that each has a line.
 * <li>The activation is GELU with a hyperbolic tangent ({@code gelu_new}), not the exact one.
 * <li>The head has no matrix of its own: it is the token table, without a bias ({@code tie_word_embeddings}).
 * <li>The last entry of {@code hidden_states} is after the final norm, all others are the stream.
 * </ul>
 */
package org.vitrine.transformer.gpt2;
