package org.vitrine.ui.terminal;

/** The colour of a share from 0 to 1, such as an attention weight: the more, the darker a blue. Little has no colour. */
public enum ShareShade {
    LITTLE(0, "", false),
    TENTH(10, "38;5;16;48;5;189", true),
    QUARTER(25, "38;5;16;48;5;153", true),
    HALF(50, "38;5;16;48;5;75", true),
    MOST(75, "38;5;231;48;5;26", true),
    ALMOST_ALL(90, "1;38;5;231;48;5;18", true);

    private static final double PERCENT = 100;

    private final int from;
    private final Style style;

    ShareShade(int from, String code, boolean fills) {
        this.from = from;
        this.style = new Style(code, fills);
    }

    /** The shade of a share. */
    public static ShareShade of(double share) {
        ShareShade shade = LITTLE;
        for (ShareShade candidate : values()) {
            if (PERCENT * share >= candidate.from) {
                shade = candidate;
            }
        }
        return shade;
    }

    /** How to paint it. */
    public Style style() {
        return style;
    }

    /** All shades with the shares at which they begin, in one line. */
    public static String legend(Terminal terminal) {
        StringBuilder legend = new StringBuilder("share");
        for (ShareShade shade : values()) {
            legend.append(' ').append(terminal.paint(shade.style, " " + shade.from + " % "));
        }
        return legend.append("  (each colour from that share on)").toString();
    }
}
