package org.vitrine.tokenizer;

import java.util.Map;

/**
 * Characters as BERT's cleaning and splitting see them in the reference. The tables come from {@code bert.txt} and
 * {@code bert_maps.txt} beside this class, because Java's own follow another version of Unicode and differ on hundreds
 * of code points. They are read when the first such tokenizer is made; others do not pay for them.
 */
final class BertCharacters {
    /** Control characters, formats, private use and U+FFFD: {@code clean_text} takes them away. */
    static final CodePointSet REMOVED;
    /** White space, of which {@code clean_text} makes U+0020. */
    static final CodePointSet TO_SPACE;
    /** Han ideographs: {@code handle_chinese_chars} puts spaces around each. */
    static final CodePointSet CJK;
    /** Nonspacing marks: {@code strip_accents} takes them away. */
    static final CodePointSet ACCENT;
    /** What stands alone as a word, ASCII symbols such as $ included. */
    static final CodePointSet PUNCTUATION;
    /** What has a canonical decomposition. */
    static final CodePointSet DECOMPOSED;
    /** Lower case of one character; U+0130, of which two come, is not in it. */
    static final CodePointMap LOWER;
    /** Canonical combining class, where it is not 0. */
    static final CodePointMap COMBINING_CLASS;

    static {
        Map<String, CodePointSet> sets = CodePointSet.read("bert.txt");
        REMOVED = sets.get("removed");
        TO_SPACE = sets.get("to_space");
        CJK = sets.get("cjk");
        ACCENT = sets.get("accent");
        PUNCTUATION = sets.get("punctuation");
        DECOMPOSED = sets.get("decomposed");
        Map<String, CodePointMap> maps = CodePointMap.read("bert_maps.txt");
        LOWER = maps.get("lower");
        COMBINING_CLASS = maps.get("combining_class");
    }

    private BertCharacters() {
    }
}
