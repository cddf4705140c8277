package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;

/** Numbers in words. */
final class Numbers {
    private Numbers() {
    }

    /** {@code head 3}, {@code heads 0–3, 5}. */
    static String heads(List<Integer> heads) {
        return (heads.size() == 1 ? "head " : "heads ") + ranges(heads);
    }

    /** Numbers that follow each other as a range. */
    static String ranges(List<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
                ranges.add(
                        numbers.get(from) + (i - from == 1 ? "" : (i - from == 2 ? ", " : "–") + numbers.get(i - 1)));
                from = i;
            }
        }
        return String.join(", ", ranges);
    }
}
