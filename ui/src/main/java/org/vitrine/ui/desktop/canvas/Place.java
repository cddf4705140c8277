package org.vitrine.ui.desktop.canvas;

import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Spot;

/**
 * A place in a picture that stands for something, or about which there is something to say.
 *
 * @param spot what it stands for; null if it only has a hint
 * @param hint what to say; null if it only stands for something
 */
record Place(Box box, Spot spot, String hint) {
    boolean contains(double x, double y) {
        return box.x() <= x && x < box.right() && box.y() <= y && y < box.bottom();
    }

    /** Whether both have a point in common; a box without size is a point. */
    static boolean touch(Box one, Box other) {
        return one.x() <= other.right() && other.x() <= one.right() && one.y() <= other.bottom()
                && other.y() <= one.bottom();
    }
}
