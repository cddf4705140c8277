package org.vitrine.ui.desktop.canvas;

import java.util.Optional;
import javafx.scene.input.KeyEvent;
import org.vitrine.ui.drawing.Box;

/** From place to place with keys; where a picture has none, and with the control key, they scroll. */
record Keys(Viewport viewport, Scrolling scrolling, Pointing pointing) {
    /** Does what a key is for; returns whether it is for anything here. */
    boolean pressed(KeyEvent event) {
        if (event.isAltDown() || event.isMetaDown() || viewport.shown() == null) {
            return false;
        }
        return switch (event.getCode()) {
            case LEFT -> arrow(Direction.LEFT, event);
            case RIGHT -> arrow(Direction.RIGHT, event);
            case UP -> arrow(Direction.UP, event);
            case DOWN -> arrow(Direction.DOWN, event);
            case HOME -> end(Direction.LEFT, event);
            case END -> end(Direction.RIGHT, event);
            case PAGE_UP -> page(-1);
            case PAGE_DOWN -> page(1);
            default -> false;
        };
    }

    private Walk walk() {
        return new Walk(viewport.shown().places());
    }

    private boolean arrow(Direction direction, KeyEvent event) {
        Optional<Place> next = Optional.empty();
        if (!event.isShortcutDown()) {
            next = pointing.place().isPresent()
                    ? walk().next(pointing.place().get().box(), direction)
                    : walk().near(viewport.seen().x(), viewport.seen().y());
        }
        if (next.isPresent()) {
            pointing.keysAt(next.get());
            return true;
        }
        return switch (direction) {
            case LEFT -> scrolling.by(-Scrolling.STEP, 0);
            case RIGHT -> scrolling.by(Scrolling.STEP, 0);
            case UP -> scrolling.by(0, -Scrolling.STEP);
            case DOWN -> scrolling.by(0, Scrolling.STEP);
        } || pointing.place().isPresent();
    }

    /** To an end of the row, with the control key to an end of the picture. */
    private boolean end(Direction direction, KeyEvent event) {
        boolean back = direction == Direction.LEFT;
        Optional<Place> next = !event.isShortcutDown() && pointing.place().isPresent()
                ? walk().last(pointing.place().get().box(), direction)
                : back ? walk().first() : walk().last();
        next.ifPresent(pointing::keysAt);
        if (next.isEmpty() && pointing.place().isEmpty()) {
            double far = back ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            return scrolling.by(far, far);
        }
        return true;
    }

    /** The window and what keys point at move together. */
    private boolean page(int pages) {
        double page = pages * Scrolling.page(scrolling.height());
        Optional<Box> from = pointing.place().map(Place::box);
        boolean moved = scrolling.by(0, page);
        Optional<Place> next = from.flatMap(box -> walk().near(box.centreX(), box.centreY() + page));
        next.ifPresent(pointing::keysAt);
        return moved || next.isPresent();
    }
}
