package org.vitrine.ui.drawing;

/**
 * Something to draw on: an SVG file, an image, a window. All lengths are points; the origin is the upper left corner. What is
 * drawn later lies above. This is all that a picture needs, so every picture looks the same everywhere.
 */
public interface Surface {
    /** A filled rectangle. */
    void rectangle(Box box, Colour fill);

    /** The edge of a rectangle. */
    void outline(Box box, Colour colour, double width);

    /** A straight line with butt ends. */
    void line(Line line, Colour colour, double width);

    /**
     * A text in one line.
     *
     * @param x where the style's alignment says: the text's left end, middle or right end
     * @param y the base line, on which letters stand
     */
    void text(String text, double x, double y, TextStyle style);

    /** A matrix of colours that fills a box. Surfaces that know nothing quicker draw rectangles. */
    default void grid(Box box, ColourGrid grid) {
        grid.paintRectangles(this, box);
    }

    /** What to say when somebody points at a place: the numbers behind it. Surfaces that nobody can point at leave it out. */
    default void hint(Box box, String text) {
    }

    /** What a place stands for. Surfaces on which nothing can be chosen leave it out. */
    default void spot(Box box, Spot spot) {
    }
}
