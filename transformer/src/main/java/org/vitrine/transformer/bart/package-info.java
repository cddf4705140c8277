/** BART: hyper-parameters, weights, and the forward pass. {@link org.vitrine.transformer.bart.Bart} is the file to read. */
package org.vitrine.transformer.bart;
