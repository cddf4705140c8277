package org.vitrine.ui.terminal;

/** A text in a table and how it is painted. */
public record Cell(String text, Style style) {
    /** A plain cell. */
    public static Cell of(String text) {
        return new Cell(text, Style.PLAIN);
    }

    /** A plain number. */
    public static Cell of(long number) {
        return of(Long.toString(number));
    }

    /** Nothing. */
    public static Cell empty() {
        return of("");
    }

    int width() {
        return TextWidth.of(text);
    }
}
