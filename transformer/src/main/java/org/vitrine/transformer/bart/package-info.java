/**
 * BART: hyper-parameters, weights, and the forward pass. {@link org.vitrine.transformer.bart.BartEncoder} and {@link
 * org.vitrine.transformer.bart.BartDecoder} are the files to read; {@link org.vitrine.transformer.bart.Bart} joins them.
 */
package org.vitrine.transformer.bart;
