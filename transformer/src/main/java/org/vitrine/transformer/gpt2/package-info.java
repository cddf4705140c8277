/** GPT-2: hyper-parameters, weights, and the forward pass. {@link org.vitrine.transformer.gpt2.Gpt2} is the file to read. */
package org.vitrine.transformer.gpt2;
