package org.vitrine.bench.viewer;

import java.util.Arrays;
import java.util.Locale;

/** Prints columns of milliseconds. */
final class Table {
    private Table() {
    }

    static void head(String name, String... columns) {
        print(name, columns);
    }

    /** A number that is none is left out. */
    static void row(String name, double... milliseconds) {
        print(name, Arrays.stream(milliseconds)
                .mapToObj(each -> Double.isNaN(each) ? "" : String.format(Locale.ROOT, "%.1f", each))
                .toArray(String[]::new));
    }

    private static void print(String name, String... columns) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-34s", name));
        for (String column : columns) {
            line.append(String.format(Locale.ROOT, " %9s", column));
        }
        System.out.println(line.toString().stripTrailing());
    }
}
