/**
 * Reads {@code config.json}: text from a stranger comes in, typed values in our words go out, or one sentence that says
 * which key of which file, what was expected and what was found.
 *
 * <p>{@link org.vitrine.transformer.config.ConfigFile} has a method for each kind of value that a model asks for: a count, a
 * flag, a positive number, a token's id. What a value means is not known here; {@code Gpt2Config} and its like say that, and
 * each is a small record, so that nothing else need look at a configuration.
 *
 * <p>{@link org.vitrine.transformer.config.Limits} is what every configuration can say of what its model reads: how long,
 * and which ids. {@link org.vitrine.transformer.config.TokenIds} checks ids with it before anything is computed. {@link
 * org.vitrine.transformer.config.ModelException} carries the sentence.
 */
package org.vitrine.transformer.config;
