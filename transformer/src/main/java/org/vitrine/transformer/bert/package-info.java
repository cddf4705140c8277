/**
 * BERT, an encoder that reads: ids of one or two texts come in, for each position the scores of the token that stands there
 * go out; and, where the checkpoint has those heads, a summary of the whole, and whether the second text follows the first.
 * The paper is Devlin et al. 2019, "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
 * section 3.
 *
 * <pre>
 *   x = LayerNorm(tokens + segments + positions)
 *   each layer:  x = LayerNorm(x + attention(x))         every part reads the stream as it is,
 *                x = LayerNorm(x + mlp(x))               and the sum is normalised ("post-LN")
 *   scores = LayerNorm(gelu(x·W + b)) · token tableᵀ + b
 * </pre>
 *
 * <p>{@link org.vitrine.transformer.bert.Bert} is the file to read, beside {@link org.vitrine.transformer.gpt2.Gpt2}: no
 * mask, the norm after the sum, a third table. {@link org.vitrine.transformer.bert.BertConfig} has the sizes, {@link
 * org.vitrine.transformer.bert.BertWeights} what was learnt; it and {@code BertNames} alone know what a checkpoint calls it.
 *
 * <p>What surprises in the reference ({@code models/bert/modeling_bert.py}):
 * <ul>
 * <li>The ε of layer normalisation is 1e-12, not 1e-5.
 * <li>The three embeddings are added as (token + segment) + position, then normalised.
 * <li>The masked-word head is more than the token table: a dense layer, the activation, a norm, then the table and a bias.
 * <li>The pooler reads the first token's row only.
 * <li>Weights are stored as [out, in], transposed to what the equation says.
 * <li>Checkpoints from the first release call a norm's gain and bias {@code gamma} and {@code beta}.
 * </ul>
 */
package org.vitrine.transformer.bert;
