package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits cleaned text into words: at white space, which goes, and around each punctuation mark, which is a word by
 * itself.
 *
 * @see <a href="https://github.com/huggingface/tokenizers/blob/v0.22.2/tokenizers/src/pre_tokenizers/bert.rs">
 *      BertPreTokenizer in the reference</a>
 */
public final class BertPreTokenizer {
    private BertPreTokenizer() {
    }

    /** The words of a text in UTF-16 units, in order, none of them empty. */
    public static List<Span> split(String text) {
        List<Span> words = new ArrayList<>();
        int start = 0; // of the word that is being read
        for (int at = 0; at < text.length();) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            boolean punctuation = BertCharacters.PUNCTUATION.contains(codePoint);
            if (punctuation || CodePointSet.SPACE.contains(codePoint)) {
                if (start < at) {
                    words.add(new Span(start, at));
                }
                if (punctuation) {
                    words.add(new Span(at, next));
                }
                start = next;
            }
            at = next;
        }
        if (start < text.length()) {
            words.add(new Span(start, text.length()));
        }
        return words;
    }
}
