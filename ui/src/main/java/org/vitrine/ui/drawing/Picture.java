package org.vitrine.ui.drawing;

/** A drawing of a record: knows its size and paints itself on any surface. */
public interface Picture {
    /** What it shows, in a line: the title of a file. */
    String title();

    /** In points. */
    double width();

    /** In points. */
    double height();

    /** Draws everything, the ground included. */
    void paint(Surface surface);
}
