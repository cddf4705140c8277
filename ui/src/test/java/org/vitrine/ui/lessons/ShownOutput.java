package org.vitrine.ui.lessons;

import java.util.ArrayList;
import java.util.List;

/** Compares the output that a page shows with what is printed. */
final class ShownOutput {
    /** Stands for any number of lines that are left out. */
    static final String LEFT_OUT = "…";

    private ShownOutput() {
    }

    /** What is printed, without spaces at the ends of lines and without empty lines at the end. */
    static List<String> lines(String printed) {
        List<String> lines = new ArrayList<>(printed.lines().map(String::stripTrailing).toList());
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /** The index of the first shown line that is not what is printed; −1 where all is. */
    static int firstWrong(List<String> shown, List<String> printed) {
        List<String> wanted = lines(String.join("\n", shown));
        int from = 0;
        int i = 0;
        boolean floating = false;
        while (i < wanted.size()) {
            if (wanted.get(i).equals(LEFT_OUT)) {
                floating = true;
                i++;
                continue;
            }
            int end = i;
            while (end < wanted.size() && !wanted.get(end).equals(LEFT_OUT)) {
                end++;
            }
            List<String> segment = wanted.subList(i, end);
            int at = end == wanted.size() && floating
                    ? Math.max(from, printed.size() - segment.size())
                    : floating ? place(segment, printed, from) : from;
            int same = same(segment, printed, at);
            if (same < segment.size()) {
                return i + same;
            }
            from = at + segment.size();
            i = end;
            floating = false;
        }
        // What is printed goes on where the page ends without a mark: the last shown line is to blame.
        return floating || from == printed.size() ? -1 : Math.max(0, wanted.size() - 1);
    }

    /** Where the lines stand, or where most of their beginning does. */
    private static int place(List<String> segment, List<String> printed, int from) {
        int best = from;
        int most = -1;
        for (int at = from; at <= printed.size(); at++) {
            int same = same(segment, printed, at);
            if (same > most) {
                most = same;
                best = at;
            }
        }
        return best;
    }

    private static int same(List<String> segment, List<String> printed, int at) {
        int same = 0;
        while (same < segment.size() && at + same < printed.size()
                && segment.get(same).equals(printed.get(at + same))) {
            same++;
        }
        return same;
    }
}
