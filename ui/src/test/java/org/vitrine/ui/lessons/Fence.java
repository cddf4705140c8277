package org.vitrine.ui.lessons;

import java.util.ArrayList;
import java.util.List;

/**
 * A block between two lines of three backticks.
 *
 * @param info the word behind the first three, such as {@code console}
 * @param first the index of its first line, that behind the backticks
 * @param lines without the backticks
 */
record Fence(String info, int first, List<String> lines) {
    private static final String MARK = "```";

    Fence {
        lines = List.copyOf(lines);
    }

    /** All blocks of a page; one that is not closed goes to the end. */
    static List<Fence> all(List<String> page) {
        List<Fence> fences = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            if (page.get(i).startsWith(MARK)) {
                int first = i + 1;
                i = first;
                while (i < page.size() && !page.get(i).startsWith(MARK)) {
                    i++;
                }
                fences.add(new Fence(page.get(first - 1).substring(MARK.length()).strip(), first,
                        page.subList(first, i)));
            }
        }
        return fences;
    }

    /** The index of the line behind the last one. */
    int end() {
        return first + lines.size();
    }
}
