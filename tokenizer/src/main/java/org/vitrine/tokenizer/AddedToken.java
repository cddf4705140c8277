package org.vitrine.tokenizer;

/**
 * A token that is recognised in the text itself, before any splitting: {@code <|endoftext|>}, or one a fine-tuner
 * added. The options are those of tokenizer.json.
 *
 * @param id         its id
 * @param content    the characters that are recognised
 * @param singleWord only where no word character touches it
 * @param lstrip     swallows the white space before it
 * @param rstrip     swallows the white space after it
 * @param normalized looked for after normalisation, that is, after every token for which this is false
 * @param special    has a meaning to the model beyond its characters
 */
public record AddedToken(int id, String content, boolean singleWord, boolean lstrip, boolean rstrip,
        boolean normalized, boolean special) {
}
