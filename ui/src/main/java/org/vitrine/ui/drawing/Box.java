package org.vitrine.ui.drawing;

/**
 * A rectangle, in points.
 *
 * @param x the left edge
 * @param y the upper edge; y grows downwards
 */
public record Box(double x, double y, double width, double height) {
    /** {@return the x of the right edge} */
    public double right() {
        return x + width;
    }

    /** {@return the y of the lower edge} */
    public double bottom() {
        return y + height;
    }

    /** {@return the x halfway between left and right} */
    public double centreX() {
        return x + width / 2;
    }

    /** {@return the y halfway between top and bottom} */
    public double centreY() {
        return y + height / 2;
    }

    /** Smaller by so much at each side. */
    public Box inset(double margin) {
        return new Box(x + margin, y + margin, width - 2 * margin, height - 2 * margin);
    }
}
