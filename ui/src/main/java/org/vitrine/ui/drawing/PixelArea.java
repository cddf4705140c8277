package org.vitrine.ui.drawing;

/**
 * A part of a picture, in pixels.
 *
 * @param x the left edge, counted from the picture's
 * @param y the upper edge, counted from the picture's
 * @param scale pixels a point
 */
public record PixelArea(int x, int y, int width, int height, double scale) {
    /** All of a picture, at least one pixel. */
    public static PixelArea whole(Picture picture, double scale) {
        return new PixelArea(0, 0, Math.max(1, (int) Math.rint(picture.width() * scale)),
                Math.max(1, (int) Math.rint(picture.height() * scale)), scale);
    }

    /** The same part, in points. */
    public Box box() {
        return new Box(x / scale, y / scale, width / scale, height / scale);
    }
}
