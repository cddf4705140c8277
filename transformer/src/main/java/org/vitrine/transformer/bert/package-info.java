/** BERT: hyper-parameters, weights, and the forward pass. {@link org.vitrine.transformer.bert.Bert} is the file to read. */
package org.vitrine.transformer.bert;
