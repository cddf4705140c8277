package org.vitrine.ui.drawing;

/**
 * A colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @param opacity 0 cannot be seen, 1 hides what lies below
 */
public record Colour(int red, int green, int blue, double opacity) {
    static final Colour BLACK = of("#000000");
    static final Colour WHITE = of("#ffffff");

    /** An opaque colour, as {@code #rrggbb}. */
    public static Colour of(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new Colour(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, 1);
    }

    /** The same colour, more or less seen through. */
    public Colour withOpacity(double other) {
        return new Colour(red, green, blue, other);
    }

    /** Part of this colour and part of another; 0 is all of this one, 1 all of the other. */
    public Colour mix(Colour other, double share) {
        return new Colour(between(red, other.red, share), between(green, other.green, share),
                between(blue, other.blue, share), opacity + (other.opacity - opacity) * share);
    }

    /** What is seen when this colour lies on an opaque one. */
    public Colour over(Colour ground) {
        return ground.mix(withOpacity(1), opacity);
    }

    /** How well two opaque colours can be told apart by their lightness, 1 to 21 (WCAG 2.1, "contrast ratio"). */
    public double contrast(Colour other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** How light it is, 0 to 1 (WCAG 2.1, "relative luminance"). */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /** The amount of light of an sRGB channel, 0 to 1. */
    static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Whether nobody would notice if it were not drawn. */
    boolean isInvisible() {
        return !(opacity >= 1 / 255.0);
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** As {@code #rrggbb}, without the opacity. */
    public String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
