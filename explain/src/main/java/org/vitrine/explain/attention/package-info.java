/**
 * Who looks at whom: the attention of each layer and head as BertViz shows it (Vig 2019, "A Multiscale Visualization of
 * Attention in the Transformer Model"), for encoder, decoder and cross attention alike, with every number behind it.
 * {@link org.vitrine.explain.attention.AttentionReader} is the way in.
 */
package org.vitrine.explain.attention;
