package org.vitrine.ui.drawing;

import org.vitrine.ui.drawing.TextStyle.Align;

/**
 * The look of all pictures: one meaning per colour. Positive is blue, negative is orange, strength is opacity.
 *
 * @param ground behind everything
 * @param ink of text and axes
 * @param faint of what stands back: positions, grid lines, asides
 * @param positive numbers above 0, probabilities, weights
 * @param negative numbers below 0
 * @param dark whether the ground is darker than the ink
 * @param scale of every length, for lecture halls; 1 is for a screen on a desk
 */
public record Theme(Colour ground, Colour ink, Colour faint, Colour positive, Colour negative, boolean dark,
        double scale) {
    /** Dark on white. */
    public static final Theme LIGHT = new Theme(Colour.of("#ffffff"), Colour.of("#1f2328"), Colour.of("#6e7781"),
            Colour.of("#0969da"), Colour.of("#d4660a"), false, 1);
    /** Light on black. */
    public static final Theme DARK = new Theme(Colour.of("#0d1117"), Colour.of("#e6edf3"), Colour.of("#8b949e"),
            Colour.of("#4493f8"), Colour.of("#f0883e"), true, 1);

    private static final double TEXT = 13;
    private static final double SMALL = 11;
    private static final double TITLE = 16;

    /** The same, all lengths multiplied. */
    public Theme scaled(double factor) {
        return new Theme(ground, ink, faint, positive, negative, dark, scale * factor);
    }

    /** A length of this theme: {@code points} on a desk's screen. */
    public double length(double points) {
        return points * scale;
    }

    private Palette palette() {
        return dark ? Palette.DARK : Palette.LIGHT;
    }

    /** A head's colour; there are 16, told apart by colour-blind people, too, then they come again: head 16 is as head 0. */
    public Colour head(int head) {
        return palette().category(head);
    }

    /** A factor's colour, out of the same 16. */
    public Colour factor(int factor) {
        return palette().category(factor);
    }

    /**
     * A layer's colour, of one hue: the later the layer, the further from the ground.
     *
     * @param layer from 0; −1 for the embeddings
     * @param layers how many there are
     */
    public Colour layer(int layer, int layers) {
        return palette().layer(layer, layers);
    }

    /** A rank's colour on a log scale from 1 to 5000 and beyond: the better, the further from the ground. */
    public Colour rank(int rank) {
        return palette().rank(rank);
    }

    /** Blue above 0, orange below; {@code max} and beyond are opaque, 0 cannot be seen. */
    public Colour signed(double value, double max) {
        double strength = max > 0 ? Math.min(1, Math.abs(value) / max) : 0;
        return (value < 0 ? negative : positive).withOpacity(strength);
    }

    /** Black or white, whichever is read more easily on a ground of that colour, which may be seen through. */
    public Colour inkOn(Colour fill) {
        Colour seen = fill.over(ground);
        return seen.contrast(Colour.BLACK) > seen.contrast(Colour.WHITE) ? Colour.BLACK : Colour.WHITE;
    }

    /** Tokens and numbers. */
    public TextStyle text() {
        return new TextStyle(length(TEXT), ink, false, Align.LEFT);
    }

    /** Labels, positions and legends. */
    public TextStyle small() {
        return new TextStyle(length(SMALL), faint, false, Align.LEFT);
    }

    /** The line on top. */
    public TextStyle title() {
        return new TextStyle(length(TITLE), ink, true, Align.LEFT);
    }
}
