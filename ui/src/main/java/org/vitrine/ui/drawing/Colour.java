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

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** As {@code #rrggbb}, without the opacity. */
    public String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
