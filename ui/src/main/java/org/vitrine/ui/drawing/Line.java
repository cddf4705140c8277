package org.vitrine.ui.drawing;

/** A straight line from (x1, y1) to (x2, y2), in points; y grows downwards. */
public record Line(double x1, double y1, double x2, double y2) {
}
