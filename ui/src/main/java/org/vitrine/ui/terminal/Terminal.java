package org.vitrine.ui.terminal;

/**
 * What the place can show that a command's text goes to.
 *
 * @param columns how wide a line may be
 * @param colour whether colours and bold letters are wanted
 * @param unicode whether block characters and dots arrive as they are; ASCII stands in for them otherwise
 */
public record Terminal(int columns, boolean colour, boolean unicode) {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    /** The text in a style, or as it is where no colour is wanted. */
    public String paint(Style style, String text) {
        return colour && !style.code().isEmpty() && !text.isEmpty()
                ? "\u001b[" + style.code() + "m" + text + "\u001b[0m"
                : text;
    }

    /** What a space inside a token looks like. */
    public String space() {
        return unicode ? "·" : "_";
    }

    /** What stands for something left out. */
    public String ellipsis() {
        return unicode ? "…" : "...";
    }

    /** What points at the winner, or at the place in question. */
    public String marker() {
        return unicode ? "◀" : "<";
    }

    /** A bar of at most that many columns; its length in eighths of a column is the share, from 0 to 1. */
    public String bar(double share, int columns) {
        double length = Math.clamp(share, 0, 1) * columns;
        if (!unicode) {
            return "#".repeat((int) Math.round(length));
        }
        int eighths = (int) Math.round(8 * length);
        String bar = "█".repeat(eighths / 8);
        return eighths % 8 == 0 ? bar : bar + EIGHTHS.charAt(eighths % 8);
    }
}
