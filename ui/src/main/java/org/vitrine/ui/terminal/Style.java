package org.vitrine.ui.terminal;

/**
 * How a piece of text is drawn, as the terminal's own code (ECMA-48, "select graphic rendition").
 *
 * @param code empty for none
 * @param fills whether it colours the ground, so that a cell's empty part is painted, too
 */
public record Style(String code, boolean fills) {
    /** As the terminal writes by itself. */
    public static final Style PLAIN = new Style("", false);
    /** What the eye shall find first. */
    public static final Style BOLD = new Style("1", false);
    /** What stands back: rules, units, what is less sure. */
    public static final Style FAINT = new Style("2", false);
    /** Strength, as in a bar. Blue means positive everywhere. */
    public static final Style BLUE = new Style("38;5;33", false);
    /** The strength of what is negative, everywhere. */
    public static final Style ORANGE = new Style("38;5;208", false);
}
