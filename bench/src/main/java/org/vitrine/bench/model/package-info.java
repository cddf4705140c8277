/**
 * Checkpoints of real sizes with random weights: a size comes in, a folder in Hugging Face's layout goes out, which the
 * program reads as it reads any model. The work is that of a real model, its words are not.
 *
 * <p>{@link org.vitrine.bench.model.RandomGpt2} is the one to read; {@link org.vitrine.bench.model.RandomBert} and {@link
 * org.vitrine.bench.model.RandomBart} differ in names and shapes. The numbers are the same each time.
 */
package org.vitrine.bench.model;
