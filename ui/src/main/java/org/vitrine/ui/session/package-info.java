/**
 * A model made ready for questions: a name that a person typed comes in, a model that answers about texts goes out, whatever
 * its kind.
 *
 * <p>{@link org.vitrine.ui.session.ModelLookup} finds the files: a classroom model, a folder, or one in the cache of Hugging
 * Face's programs ({@link org.vitrine.ui.session.ModelCache}). {@link org.vitrine.ui.session.LoadedModel} reads them once:
 * configuration, weights, tokenizer. A {@link org.vitrine.ui.session.Passage} is a line of tokens in which the model
 * predicts, typed or written on by the model; a {@link org.vitrine.ui.session.Reading} is all that it reads where nothing is
 * predicted.
 *
 * <p>What differs between GPT-2, BERT and BART ends in {@code Network}: a position means the same to everything that asks.
 * {@link org.vitrine.ui.session.Failures} turns what went wrong into a line for a person.
 */
package org.vitrine.ui.session;
