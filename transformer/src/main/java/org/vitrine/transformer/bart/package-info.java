/**
 * BART, an encoder that reads and a decoder that writes: ids of two texts come in, for each position of the second the
 * scores of the token that follows go out. The paper is Lewis et al. 2020, "BART: Denoising Sequence-to-Sequence
 * Pre-training for Natural Language Generation, Translation, and Comprehension", section 2.1.
 *
 * <pre>
 *   encoder  x = LayerNorm(tokens + positions)
 *            each layer:  x = LayerNorm(x + attention(x))             all tokens see all tokens
 *                         x = LayerNorm(x + mlp(x))
 *   decoder  y = LayerNorm(tokens + positions)
 *            each layer:  y = LayerNorm(y + attention(y))             each token sees those before it
 *                         y = LayerNorm(y + cross attention(y, x))    and all of what the encoder made
 *                         y = LayerNorm(y + mlp(y))
 *   scores = y · token tableᵀ + b
 * </pre>
 *
 * <p>{@link org.vitrine.transformer.bart.BartEncoder}, which is {@link org.vitrine.transformer.bert.Bert} but for the
 * segments, and {@link org.vitrine.transformer.bart.BartDecoder} are the files to read; {@link
 * org.vitrine.transformer.bart.Bart} joins them. {@link org.vitrine.transformer.bart.BartConfig} has the sizes and {@code
 * shifted}, which makes what the decoder reads; {@link org.vitrine.transformer.bart.BartWeights}, {@code BartNames} and
 * {@code TokenTables} alone know what a checkpoint calls what was learnt.
 *
 * <p>What surprises in the reference ({@code models/bart/modeling_bart.py}):
 * <ul>
 * <li>Position i is row i + 2 of its table.
 * <li>With {@code scale_embedding} the token table's rows are multiplied by √d; it is off by default.
 * <li>The decoder begins with {@code decoder_start_token_id}, which is the token that ends a text.
 * <li>The ε of layer normalisation is 1e-5, and is not in the configuration.
 * <li>{@code final_logits_bias} is added to the scores: a buffer beside the head, often all zeros.
 * <li>Encoder, decoder and head share one token table, unless the checkpoint has them apart.
 * </ul>
 */
package org.vitrine.transformer.bart;
