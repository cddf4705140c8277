package org.vitrine.tokenizer;

/**
 * One token of a text or of a pair of texts.
 *
 * @param id         its number in the vocabulary: the row of the embedding table
 * @param piece      the vocabulary entry as stored, such as {@code Ġcity}
 * @param span       where it came from, in UTF-16 units of the original text (the indices of a Java {@code String})
 * @param codePoints the same in Unicode code points, as the reference counts
 * @param text       which text that is: 0 the first, 1 the second (the reference's {@code sequence_ids}), or {@link
 *                   #TEMPLATE} for a token that stands in neither, whose spans are empty
 * @param segment    the row of BERT's segment table that it gets, 0 or 1 (the reference's {@code token_type_ids})
 */
public record Token(int id, String piece, Span span, Span codePoints, int text, int segment) {
    /** The {@link #text} of a token that the model's template put there. */
    public static final int TEMPLATE = -1;

    /**
     * Whether the model's template put it there and no text did (the reference's {@code special_tokens_mask}). A
     * special token that stands in the text, such as {@code [MASK]}, is not special in this sense; {@link
     * Vocabulary#isSpecial(int)} knows it for what it is.
     */
    public boolean special() {
        return text == TEMPLATE;
    }
}
