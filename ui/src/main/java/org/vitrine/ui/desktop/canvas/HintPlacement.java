package org.vitrine.ui.desktop.canvas;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.vitrine.ui.drawing.Box;

/**
 * Finds room for a hint beside what it is about: never above that, always inside the view.
 *
 * @param width how wide it is if nothing limits it
 * @param heightFor how high it is at some width
 */
record HintPlacement(double width, DoubleUnaryOperator heightFor) {
    /** Text narrower than that is not read with pleasure. */
    private static final double NARROW = 160;

    /**
     * The room: below if it fits there, else above, right or left, else where most of it fits.
     *
     * @param kept what must not be covered
     */
    Box beside(Box kept, double viewWidth, double viewHeight) {
        Box right = new Box(kept.right(), 0, viewWidth - kept.right(), viewHeight);
        Box left = new Box(0, 0, kept.x(), viewHeight);
        Box below = new Box(0, kept.bottom(), viewWidth, viewHeight - kept.bottom());
        Box above = new Box(0, 0, viewWidth, kept.y());
        List<Box> rooms = List.of(below, above, right, left);
        Box best = rooms.stream().filter(room -> width <= room.width() && fits(room)).findFirst()
                .or(() -> rooms.stream().filter(room -> NARROW <= room.width() && fits(room)).findFirst())
                .orElseGet(() -> rooms.stream().reduce((a, b) -> area(b) > area(a) ? b : a).orElseThrow());
        double wide = Math.clamp(width, 0, Math.max(0, best.width()));
        double high = Math.clamp(heightFor.applyAsDouble(wide), 0, Math.max(0, best.height()));
        double x = best == left ? best.right() - wide
                : Math.clamp(kept.x(), best.x(), Math.max(best.x(), best.right() - wide));
        double y = best == above ? best.bottom() - high
                : Math.clamp(kept.y(), best.y(), Math.max(best.y(), best.bottom() - high));
        return new Box(x, y, wide, high);
    }

    private boolean fits(Box room) {
        return heightFor.applyAsDouble(Math.min(width, room.width())) <= room.height();
    }

    private static double area(Box room) {
        return Math.max(0, room.width()) * Math.max(0, room.height());
    }
}
