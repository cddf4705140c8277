package org.vitrine.ui.terminal;

/**
 * The colour of a rank: the better, the darker, in steps of about ten, as a rank's meaning is. The range is that of
 * Ecco's heat map, 1 to 5000 and beyond.
 */
public enum RankShade {
    FIRST(1, "1", "1;38;5;231;48;5;53"),
    TWO_UP(2, "2", "38;5;231;48;5;90"),
    TEN_UP(10, "10", "38;5;231;48;5;133"),
    HUNDRED_UP(100, "100", "38;5;16;48;5;176"),
    THOUSAND_UP(1000, "1000", "38;5;16;48;5;219"),
    BEYOND(5000, "5000+", "38;5;16;48;5;225");

    private final int from;
    private final String label;
    private final Style style;

    RankShade(int from, String label, String code) {
        this.from = from;
        this.label = label;
        this.style = new Style(code, true);
    }

    /** The shade of a rank, counted from 1. */
    public static RankShade of(int rank) {
        RankShade shade = FIRST;
        for (RankShade candidate : values()) {
            if (rank >= candidate.from) {
                shade = candidate;
            }
        }
        return shade;
    }

    /** How to paint it. */
    public Style style() {
        return style;
    }

    /** All shades with the ranks at which they begin, in one line. */
    public static String legend(Terminal terminal) {
        StringBuilder legend = new StringBuilder("rank");
        for (RankShade shade : values()) {
            legend.append(' ').append(terminal.paint(shade.style, " " + shade.label + " "));
        }
        return legend.append("  (each colour from that rank on)").toString();
    }
}
