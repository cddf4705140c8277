package org.vitrine.tokenizer;

import java.util.List;

/**
 * Text to token ids and back. Implementations are immutable to the eye and may be used by several threads at once.
 *
 * <p>A Java string may hold half of a surrogate pair, which is no character and has no UTF-8 form. Such a half is read
 * as U+FFFD, the replacement character: it has a span of one unit and one code point, and decodes to U+FFFD.
 */
public interface Tokenizer {
    /**
     * The tokens of a text, together with the special tokens that the model's template adds (GPT-2 adds none). Special
     * tokens written in the text, such as {@code <|endoftext|>}, are recognised.
     */
    Encoding encode(String text);

    /**
     * The text of some ids: the reference's {@code decode(ids, skip_special_tokens=False,
     * clean_up_tokenization_spaces=False)}. Bytes that are no UTF-8 become U+FFFD, ids that the vocabulary does not
     * have become nothing, as there.
     */
    String decode(int[] ids);

    /**
     * One token as people read it: {@code Ġcity} is " city". Bytes that are no whole character show as U+FFFD; an id
     * that the vocabulary does not have (some models have more rows than their tokenizer has pieces) reads {@code
     * [50300]}.
     */
    String text(int id);

    /** How {@link #encode} gets from the text to the tokens: every stage in order, the last one being the tokens. */
    List<Step> steps(String text);

    /** What the ids mean. */
    Vocabulary vocabulary();
}
