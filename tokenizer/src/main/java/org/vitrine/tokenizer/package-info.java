/**
 * Text to token ids and back, with every step on show.
 *
 * <p>Start at {@link org.vitrine.tokenizer.Tokenizers#load}, which turns a model folder's files into a
 * {@link org.vitrine.tokenizer.Tokenizer}. There are two kinds, each the algorithm from top to bottom; in both, added
 * tokens are cut out of the text first ({@code AddedTokenSplitter}), and the special tokens of a {@code Template} are
 * put around the tokens last. {@link org.vitrine.tokenizer.Step} shows the stages with the text of the day in them.
 *
 * <p>{@link org.vitrine.tokenizer.BytePairTokenizer} is GPT-2's and BART's byte-level byte pair encoding. Text is split into words
 * that merges never cross ({@link org.vitrine.tokenizer.WordSplitter}); a word is written as bytes, and bytes as
 * printable glyphs ({@link org.vitrine.tokenizer.ByteAlphabet}); ranked rules join neighbours ({@code Merges}, {@code
 * Symbols}).
 *
 * <p>{@link org.vitrine.tokenizer.WordPieceTokenizer} is BERT's. Text is cleaned, and each character remembers where it
 * came from ({@code BertNormalizer}, {@code AlignedText}); it is split at white space and punctuation ({@link
 * org.vitrine.tokenizer.BertPreTokenizer}); a word is matched with pieces, the longest first ({@code
 * WordPieceMatcher}).
 *
 * <p>The ids, spans and decoded text are those of Hugging Face's Rust library, which the tests run beside this code.
 * {@code BytePairJson} and {@code BytePairFiles}, {@code WordPieceJson} and {@code WordPieceFiles} read the two
 * layouts in which each kind is stored; they trust nothing, and tell a person in one line what is wrong with a file.
 */
package org.vitrine.tokenizer;
