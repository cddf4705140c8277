package org.vitrine.ui.terminal;

import java.util.ArrayList;
import java.util.List;

/** Distributes things of different widths over lines. */
public final class Wrap {
    private Wrap() {
    }

    /**
     * How many columns of a table go side by side, block after block: as many as fit, at least one.
     *
     * @param widths of the columns, in order
     * @param room for a block, gaps between the columns included
     * @return where each block ends, exclusive
     */
    public static List<Integer> blocks(List<Integer> widths, int room) {
        List<Integer> ends = new ArrayList<>();
        int used = 0;
        for (int i = 0; i < widths.size(); i++) {
            int width = widths.get(i) + Table.GAP;
            if (used > 0 && used + width - Table.GAP > room) {
                ends.add(i);
                used = 0;
            }
            used += width;
        }
        if (!widths.isEmpty()) {
            ends.add(widths.size());
        }
        return ends;
    }

    /** As many entries as fit on a line, side by side, at least the first; nothing of none. */
    public static String fitting(List<String> entries, int columns) {
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String entry : entries) {
            used += TextWidth.of(entry) + (line.isEmpty() ? 0 : Table.GAP);
            if (!line.isEmpty() && used > columns) {
                return line.toString();
            }
            line.append(line.isEmpty() ? "" : " ".repeat(Table.GAP)).append(entry);
        }
        return line.toString();
    }

    /** A sentence in lines of at most that many columns, broken at spaces. */
    public static List<String> words(String sentence, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ")) {
            if (!line.isEmpty() && TextWidth.of(line.toString()) + 1 + TextWidth.of(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
