package org.vitrine.ui.picture;

/**
 * How a heat map is looked at.
 *
 * @param width the room, in points
 * @param height the room, in points; a picture may be higher where rows would otherwise be too low to read
 * @param numbers whether the numbers are written, so that only a window of a large slice is seen; else all of it is
 * @param firstRow where the window begins; brought into the slice where it is not
 * @param firstColumn where the window begins
 */
public record HeatMapView(double width, double height, boolean numbers, int firstRow, int firstColumn) {
    /** For files: all of the slice, and as wide as a page. */
    public static final HeatMapView FILE = new HeatMapView(1200, 800, false, 0, 0);
}
