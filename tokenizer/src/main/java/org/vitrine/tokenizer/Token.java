package org.vitrine.tokenizer;

/**
 * One token of a text.
 *
 * @param id         its number in the vocabulary: the row of the embedding table
 * @param piece      the vocabulary entry as stored, such as {@code Ġcity}
 * @param span       where it came from, in UTF-16 units of the original text (the indices of a Java {@code String})
 * @param codePoints the same in Unicode code points, as the reference counts
 * @param special    true if the model's template put it there and the text did not (the reference's
 *                   {@code special_tokens_mask}). GPT-2's template adds none, so {@code <|endoftext|>} that stands in
 *                   the text is not special in this sense; {@link Vocabulary#isSpecial(int)} knows it for what it is
 */
public record Token(int id, String piece, Span span, Span codePoints, boolean special) {
}
