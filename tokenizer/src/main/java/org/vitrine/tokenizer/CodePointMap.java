package org.vitrine.tokenizer;

import java.util.Arrays;
import java.util.Map;

/** Code points to numbers, in ranges: {@code 41-5A>61} is A to a, B to b, …; {@code 300-314=E6} is E6 for all. */
final class CodePointMap {
    private final int[] firsts;
    private final int[] lasts;
    private final int[] steps; // 2 where only every other code point of a range is in the map
    private final int[] targets; // of the first of each range
    private final boolean[] constant;

    /** Entries in ascending order. */
    private CodePointMap(String[] entries) {
        firsts = new int[entries.length];
        lasts = new int[entries.length];
        steps = new int[entries.length];
        targets = new int[entries.length];
        constant = new boolean[entries.length];
        for (int i = 0; i < entries.length; i++) {
            String[] sides = entries[i].split("[>=]");
            String[] range = sides[0].split("[-/]");
            firsts[i] = Integer.parseInt(range[0], 16);
            lasts[i] = range.length > 1 ? Integer.parseInt(range[1], 16) : firsts[i];
            steps[i] = range.length > 2 ? Integer.parseInt(range[2]) : 1;
            targets[i] = Integer.parseInt(sides[1], 16);
            constant[i] = entries[i].indexOf('=') > 0;
        }
    }

    /** What a code point is mapped to, or {@code otherwise} if it is not in the map. */
    int get(int codePoint, int otherwise) {
        int range = codePoint < firsts[0] ? -1 : Arrays.binarySearch(firsts, codePoint);
        if (range < -1) {
            range = -range - 2; // the last range that begins before it
        }
        if (range < 0 || codePoint > lasts[range] || (codePoint - firsts[range]) % steps[range] != 0) {
            return otherwise;
        }
        return constant[range] ? targets[range] : targets[range] + codePoint - firsts[range];
    }

    /** The maps of a file beside this class, by name. */
    static Map<String, CodePointMap> read(String resource) {
        return CodePointTables.read(resource, words -> new CodePointMap(Arrays.copyOfRange(words, 1, words.length)));
    }
}
