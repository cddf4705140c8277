/**
 * Text to token ids and back, with every step on show.
 *
 * <p>Start at {@link org.vitrine.tokenizer.Tokenizers#load}, which turns a model folder's files into a
 * {@link org.vitrine.tokenizer.Tokenizer}. The only kind so far is GPT-2's and BART's byte-level byte pair encoding:
 * {@link org.vitrine.tokenizer.BytePairTokenizer} is the algorithm from top to bottom. It stands on five small ideas,
 * each a class of its own: added tokens are cut out of the text first ({@code AddedTokenSplitter}); the rest is split
 * into words that merges never cross ({@link org.vitrine.tokenizer.WordSplitter}); a word is written as bytes, and
 * bytes as printable glyphs ({@link org.vitrine.tokenizer.ByteAlphabet}); ranked rules join neighbours ({@code Merges},
 * {@code Symbols}); a model's special tokens go around its texts ({@code Template}).
 * {@link org.vitrine.tokenizer.Step} shows the same stages with the text of the day in them.
 *
 * <p>The ids, spans and decoded text are those of Hugging Face's Rust library, which the tests run beside this code.
 * {@code TokenizerJson} and {@code VocabularyFiles} read the two layouts in which such a tokenizer is stored; they
 * trust nothing, and tell a person in one line what is wrong with a file.
 */
package org.vitrine.tokenizer;
