package org.vitrine.ui.desktop.canvas;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import org.vitrine.ui.drawing.Box;

/** Which part of a picture is seen through a window that is too small for it, and the bars that say so. */
final class Scrolling {
    /** What a turn of the wheel or a key moves, in points. */
    static final double STEP = 40;
    /** How much of a page stays in view when the next one is turned to. */
    private static final double KEPT = 0.1;
    /** How far from the edge a place is that was scrolled to. */
    private static final double MARGIN = 8;

    private final ScrollBar across = bar(Orientation.HORIZONTAL);
    private final ScrollBar down = bar(Orientation.VERTICAL);
    private double width;
    private double height;

    /** At the upper left. */
    Scrolling() {
    }

    private static ScrollBar bar(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setManaged(false);
        bar.setVisible(false);
        bar.setMax(0);
        bar.setUnitIncrement(STEP);
        bar.setFocusTraversable(false);
        return bar;
    }

    /** The bar at the foot. */
    ScrollBar across() {
        return across;
    }

    /** The bar at the right. */
    ScrollBar down() {
        return down;
    }

    /** Runs something whenever another part is seen. */
    void subscribe(Runnable listener) {
        across.valueProperty().subscribe((before, now) -> listener.run());
        down.valueProperty().subscribe((before, now) -> listener.run());
    }

    /** Sizes the bars, where there need to be any, for a window and a picture, all in points. */
    void fit(double outerWidth, double outerHeight, double pictureWidth, double pictureHeight) {
        double thickWide = Math.ceil(across.prefHeight(-1));
        double thickHigh = Math.ceil(down.prefWidth(-1));
        boolean low = pictureHeight > outerHeight;
        boolean wide = pictureWidth > outerWidth - (low ? thickHigh : 0);
        low = pictureHeight > outerHeight - (wide ? thickWide : 0);
        width = Math.max(0, outerWidth - (low ? thickHigh : 0));
        height = Math.max(0, outerHeight - (wide ? thickWide : 0));
        across.resizeRelocate(0, height, width, thickWide);
        down.resizeRelocate(width, 0, thickHigh, height);
        fit(across, wide, width, pictureWidth);
        fit(down, low, height, pictureHeight);
    }

    private static void fit(ScrollBar bar, boolean needed, double seen, double all) {
        double most = needed ? Math.max(0, all - seen) : 0;
        bar.setVisible(needed);
        bar.setMax(most);
        bar.setVisibleAmount(needed ? most * seen / all : 0);
        bar.setBlockIncrement(page(seen));
        bar.setValue(Math.clamp(bar.getValue(), 0, most));
    }

    /** How far the next page lies. */
    static double page(double seen) {
        return seen * (1 - KEPT);
    }

    /** The width of the window, without the bar. */
    double width() {
        return width;
    }

    /** The height of the window, without the bar. */
    double height() {
        return height;
    }

    /** What is to the left of the window, in points. */
    double x() {
        return across.getValue();
    }

    /** What is above the window, in points. */
    double y() {
        return down.getValue();
    }

    /** Moves the window as far as the picture goes; returns whether it moved. */
    boolean by(double dx, double dy) {
        double x = x();
        double y = y();
        across.setValue(Math.clamp(x + dx, 0, across.getMax()));
        down.setValue(Math.clamp(y + dy, 0, down.getMax()));
        return x != x() || y != y();
    }

    /** Moves the window no farther than needed to see a place, or its upper left part if it is larger than the window. */
    void reveal(Box place) {
        Box wanted = place.inset(-MARGIN);
        by(nearest(wanted.x(), wanted.right(), x(), width), nearest(wanted.y(), wanted.bottom(), y(), height));
    }

    private static double nearest(double from, double to, double seenFrom, double seen) {
        if (from < seenFrom || to - from > seen) {
            return from - seenFrom;
        }
        return Math.max(0, to - seenFrom - seen);
    }
}
