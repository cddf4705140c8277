package org.vitrine.tokenizer;

import java.util.Arrays;
import java.util.Map;

/**
 * Letters, numbers, white space and word characters exactly as the reference's regular expressions see them. The tables
 * come from {@code unicode.txt} beside this class, because Java's own follow another version of Unicode and differ on
 * thousands of code points.
 */
final class CodePointSet {
    /** {@code \p{L}} */
    static final CodePointSet LETTER;
    /** {@code \p{N}} */
    static final CodePointSet NUMBER;
    /** {@code \s} */
    static final CodePointSet SPACE;
    /** {@code \w}: letters, marks, digits, connectors and joiners */
    static final CodePointSet WORD;

    static {
        Map<String, CodePointSet> sets = read("unicode.txt");
        LETTER = sets.get("letter");
        NUMBER = sets.get("number");
        SPACE = sets.get("space");
        WORD = sets.get("word");
    }

    private final boolean[] ascii = new boolean[0x80];
    private final int[] firsts;
    private final int[] lasts;

    private CodePointSet(int[] firsts, int[] lasts) {
        this.firsts = firsts;
        this.lasts = lasts;
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = inRanges(i);
        }
    }

    boolean contains(int codePoint) {
        return codePoint < ascii.length ? ascii[codePoint] : inRanges(codePoint);
    }

    private boolean inRanges(int codePoint) {
        int range = Arrays.binarySearch(firsts, codePoint);
        if (range < 0) {
            range = -range - 2; // the last range that begins before it
        }
        return range >= 0 && codePoint <= lasts[range];
    }

    /** The sets of a file beside this class, by name. */
    static Map<String, CodePointSet> read(String resource) {
        return CodePointTables.read(resource, CodePointSet::parse);
    }

    /** A name, then ranges such as {@code 41-5A} or {@code AA}, ascending. */
    private static CodePointSet parse(String[] words) {
        int[] firsts = new int[words.length - 1];
        int[] lasts = new int[words.length - 1];
        for (int i = 0; i < firsts.length; i++) {
            String range = words[i + 1];
            int dash = range.indexOf('-');
            firsts[i] = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
            lasts[i] = Integer.parseInt(range.substring(dash + 1), 16);
        }
        return new CodePointSet(firsts, lasts);
    }
}
