package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into words, so that merges never cross from one word into the next. It is GPT-2's pattern
 *
 * <pre>{@code 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+}</pre>
 *
 * written as a scanner: the first alternative that fits wins, each character is looked at a bounded number of times. A
 * word takes the space before it along; of a longer run of white space only the last space goes with the word.
 *
 * @see <a href="https://github.com/openai/gpt-2/blob/master/src/encoder.py">Encoder.pat in OpenAI's encoder.py</a>
 */
public final class WordSplitter {
    private static final String[] CONTRACTIONS = {"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"};

    private enum Kind {
        LETTER, NUMBER, SPACE, OTHER
    }

    private WordSplitter() {
    }

    /** The words of a text in UTF-16 units: they cover it without gaps, in order. */
    public static List<Span> split(String text) {
        List<Span> words = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start);
            words.add(new Span(start, end));
            start = end;
        }
        return words;
    }

    /** Where the word that begins at {@code start} ends. */
    private static int end(String text, int start) {
        for (String contraction : CONTRACTIONS) {
            if (text.startsWith(contraction, start)) {
                return start + contraction.length();
            }
        }
        int first = start;
        if (text.charAt(start) == ' ' && start + 1 < text.length() && kindAt(text, start + 1) != Kind.SPACE) {
            first = start + 1;
        }
        Kind kind = kindAt(text, first);
        int end = endOfRun(text, first, kind);
        if (kind != Kind.SPACE || end == text.length() || end == start + 1) {
            return end;
        }
        return end - 1; // \s+(?!\S): the last white space character is left to what follows; all are single units
    }

    private static int endOfRun(String text, int start, Kind kind) {
        int end = start;
        while (end < text.length() && kindAt(text, end) == kind) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static Kind kindAt(String text, int index) {
        int codePoint = Utf8.codePointAt(text, index);
        if (CodePointSet.LETTER.contains(codePoint)) {
            return Kind.LETTER;
        }
        if (CodePointSet.NUMBER.contains(codePoint)) {
            return Kind.NUMBER;
        }
        return CodePointSet.SPACE.contains(codePoint) ? Kind.SPACE : Kind.OTHER;
    }
}
