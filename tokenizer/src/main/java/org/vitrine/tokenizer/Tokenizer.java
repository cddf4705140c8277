package org.vitrine.tokenizer;

import java.util.Arrays;
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
    default Encoding encode(String text) {
        return encode(text, "");
    }

    /**
     * The tokens of two texts, with the special tokens that the model's template puts around and between them. As in
     * the reference, an empty second text counts as none.
     *
     * @throws TokenizerException if the model reads one text only
     */
    Encoding encode(String text, String pair);

    /** Whether {@link #encode(String, String)} takes a second text. */
    boolean readsPairs();

    /**
     * The text of some ids: the reference's {@code decode(ids, skip_special_tokens=False,
     * clean_up_tokenization_spaces=False)}. Bytes that are no UTF-8 become U+FFFD, ids that the vocabulary does not
     * have become nothing, as there.
     */
    String decode(int[] ids);

    /**
     * The text of some ids without the special tokens among them: the reference's {@code decode(ids,
     * skip_special_tokens=True, clean_up_tokenization_spaces=False)}.
     */
    default String decodeText(int[] ids) {
        return decode(Arrays.stream(ids).filter(id -> !vocabulary().isSpecial(id)).toArray());
    }

    /**
     * One token as people read it: {@code Ġcity} is " city". Bytes that are no whole character show as U+FFFD; an id
     * that the vocabulary does not have (some models have more rows than their tokenizer has pieces) reads {@code
     * [50300]}.
     */
    String text(int id);

    /** How {@link #encode(String)} gets from one text to the tokens: every stage in order, the last being the tokens. */
    List<Step> steps(String text);

    /** What the ids mean. */
    Vocabulary vocabulary();
}
