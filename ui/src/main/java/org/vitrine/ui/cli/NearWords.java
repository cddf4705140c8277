package org.vitrine.ui.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which words somebody may have meant. */
final class NearWords {
    private static final int LONGEST = 40;

    private NearWords() {
    }

    /** The known words that a few slips of the finger turn into the given one: one slip in three letters. */
    static List<String> of(String word, Collection<String> known) {
        List<String> near = new ArrayList<>();
        for (String candidate : known) {
            if (word.length() <= LONGEST && distance(word, candidate) <= (candidate.length() + 1) / 3) {
                near.add(candidate);
            }
        }
        return near;
    }

    /** Letters to insert, delete or replace (Levenshtein 1966), row by row. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
