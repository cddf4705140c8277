package org.vitrine.bench.report;

import java.util.List;
import java.util.Locale;

/** Numbers and words in columns, for people. */
final class Columns {
    private Columns() {
    }

    /**
     * Columns as wide as their widest text.
     *
     * @param words the columns that begin at the left; those of numbers end at the right
     */
    static String aligned(List<List<String>> lines, List<Integer> words) {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                int at = column;
                int width = lines.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
                String cell = line.get(column);
                String space = " ".repeat(width - cell.length());
                cells.append(words.contains(column) ? cell + space : space + cell).append("  ");
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** Four significant digits or two decimals; nothing where there is no number. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        String format = Math.abs(value) >= 1000 ? "%.0f" : Math.abs(value) >= 100 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    static String percent(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.1f %%", value);
    }

    static String ratio(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
