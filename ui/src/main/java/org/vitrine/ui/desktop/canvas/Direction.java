package org.vitrine.ui.desktop.canvas;

import org.vitrine.ui.drawing.Box;

/** Where an arrow key leads. */
enum Direction {
    LEFT, RIGHT, UP, DOWN;

    /** What counts as beside although it overlaps a little, in points. */
    private static final double OVERLAP = 1;
    /** How much farther a place seems that is not straight ahead. */
    private static final double ASIDE = 4;

    /** How far it seems to go from one box to another; infinite if the other does not lie in this direction. */
    double distance(Box from, Box to) {
        return switch (this) {
            case LEFT -> distance(from.x() - to.right(), gap(from.y(), from.bottom(), to.y(), to.bottom()),
                    to.centreY() - from.centreY());
            case RIGHT -> distance(to.x() - from.right(), gap(from.y(), from.bottom(), to.y(), to.bottom()),
                    to.centreY() - from.centreY());
            case UP -> distance(from.y() - to.bottom(), gap(from.x(), from.right(), to.x(), to.right()),
                    to.centreX() - from.centreX());
            case DOWN -> distance(to.y() - from.bottom(), gap(from.x(), from.right(), to.x(), to.right()),
                    to.centreX() - from.centreX());
        };
    }

    /** @param off how far the middles are apart, across: decides between places that are equally near */
    private static double distance(double ahead, double aside, double off) {
        return ahead < -OVERLAP ? Double.POSITIVE_INFINITY
                : Math.max(0, ahead) + ASIDE * aside + Math.abs(off) * 1e-3;
    }

    /** Between two intervals; 0 if they overlap. */
    static double gap(double from, double to, double otherFrom, double otherTo) {
        return Math.max(0, Math.max(otherFrom - to, from - otherTo));
    }
}
