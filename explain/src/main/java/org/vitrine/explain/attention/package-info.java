/**
 * Who looks at whom: the recorded attention of a pass comes in, maps of one layer, one head's arithmetic, and summaries of
 * all heads go out. What BertViz shows (Vig 2019, "A Multiscale Visualization of Attention in the Transformer Model"), for
 * encoder, decoder and cross attention alike, with every number behind it.
 *
 * <pre>
 *   AttentionReader ──► map(kind, layer)        AttentionMap: who looks at whom, head by head     (head view)
 *                   ──► neurons(…, head, …)     NeuronView: q times k, and what is written        (neuron view)
 *                   ──► summaries(kind)         HeadSummary: what each head has the habit to do   (model view)
 *                   ──► rollout(kind)           AttentionRollout: through all layers at once
 * </pre>
 *
 * <p>{@link org.vitrine.explain.attention.AttentionReader} is the way in; {@link org.vitrine.explain.attention.AttentionMap}
 * is what most pictures are made of. {@link org.vitrine.explain.attention.NeuronView} goes down to single products, and on
 * to where BertViz stops: what the head brings back, and what it writes ({@link org.vitrine.explain.attention.HeadWriter};
 * Elhage et al. 2021). {@link org.vitrine.explain.attention.AttentionRollout} is Abnar and Zuidema 2020, section 3. {@link
 * org.vitrine.explain.attention.HeadHabit} names what heads do whatever the words are, {@link
 * org.vitrine.explain.attention.StrikingLinks} finds what no habit explains.
 *
 * <p>All numbers are the model's. What a filter leaves out is left out, and the rest is never made to sum to 1 again.
 */
package org.vitrine.explain.attention;
