package org.vitrine.ui.desktop.canvas;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Spot;

/** What is pointed at, with the mouse or with keys, and what is said about it. */
final class Pointing {
    /** What the mouse' arrow covers, about its tip. */
    private static final Box ARROW = new Box(-8, -8, 24, 32);
    private static final double GAP = 6;

    private final ReadOnlyObjectWrapper<Spot> pointed;
    private final ReadOnlyObjectWrapper<String> said = new ReadOnlyObjectWrapper<>();
    private final Viewport viewport;
    private final Scrolling scrolling;
    private final HintLayer hints;
    /** Where the mouse is, in the view; null if it is elsewhere. */
    private Point2D mouse;
    /** What is pointed at; may have a hint only. */
    private Place place;
    private boolean byKeys;
    /** The hint that was sent away; it stays away until another was shown. */
    private String dismissed;

    /** At nothing. */
    Pointing(Object owner, Viewport viewport, Scrolling scrolling, HintLayer hints) {
        this.pointed = new ReadOnlyObjectWrapper<>(owner, "pointed");
        this.viewport = viewport;
        this.scrolling = scrolling;
        this.hints = hints;
    }

    /** What is pointed at; null for nothing. */
    ReadOnlyObjectProperty<Spot> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** What there is to say about it; null for nothing. */
    ReadOnlyObjectProperty<String> saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** The place that is pointed at, if there is one. */
    Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    /** The mouse points somewhere in the view. */
    void mouseAt(double x, double y) {
        mouse = new Point2D(x, y);
        DisplayList list = viewport.shown();
        if (list == null) {
            point(null, null, false);
            return;
        }
        Box seen = viewport.seen();
        Place spot = list.places().spotAt(x + seen.x(), y + seen.y()).orElse(null);
        Place hint = hintAt(x + seen.x(), y + seen.y());
        point(spot != null ? spot : hint, hint == null ? null : hint.hint(), false);
    }

    private Place hintAt(double x, double y) {
        DisplayList overlay = viewport.overlay();
        return Optional.ofNullable(overlay).flatMap(list -> list.places().hintAt(x, y))
                .or(() -> viewport.shown().places().hintAt(x, y)).orElse(null);
    }

    /** The mouse left; what keys point at stays. */
    void mouseLeft() {
        mouse = null;
        if (!byKeys) {
            point(null, null, false);
        }
    }

    /** Keys point at a place, which is scrolled to. */
    void keysAt(Place next) {
        place = next;
        byKeys = true;
        scrolling.reveal(next.box());
        Place hint = hintAt(next.box().centreX(), next.box().centreY());
        point(next, hint == null ? null : hint.hint(), true);
    }

    /** Points at nothing, and says nothing more about it; returns whether there was anything. */
    boolean clear() {
        boolean something = place != null || hints.isShowing();
        dismissed = said.get();
        point(null, null, false);
        return something;
    }

    /** No longer shows a hint. */
    void dismiss() {
        dismissed = said.get();
        hints.show(null, null);
    }

    /** To be called when something else is seen than before. */
    void update() {
        if (!byKeys) {
            if (mouse != null) {
                mouseAt(mouse.getX(), mouse.getY());
            } else {
                point(null, null, false);
            }
            return;
        }
        Optional<Place> same = viewport.shown() == null ? Optional.empty() : same(viewport.shown().places());
        if (same.isPresent()) {
            Box box = same.get().box();
            Place hint = hintAt(box.centreX(), box.centreY());
            point(same.get(), hint == null ? null : hint.hint(), true);
        } else {
            point(null, null, false);
        }
    }

    /** The same place in what may be another picture. */
    private Optional<Place> same(Places places) {
        Box old = place.box();
        return place.spot() == null
                ? places.hintAt(old.centreX(), old.centreY()).filter(place::equals)
                : places.of(place.spot()).stream().min(Comparator.comparingDouble(other -> Math.hypot(
                        other.box().centreX() - old.centreX(), other.box().centreY() - old.centreY())));
    }

    private void point(Place next, String hint, boolean keys) {
        place = next;
        byKeys = keys;
        viewport.point(keys ? next : null);
        said.set(hint);
        if (hint == null || !Objects.equals(hint, dismissed)) {
            dismissed = hint == null ? dismissed : null;
            hints.show(hint, hint == null ? null : about());
        }
        pointed.set(next == null ? null : next.spot());
    }

    /** What the hint must leave free. */
    private Box about() {
        if (!byKeys) {
            return new Box(mouse.getX() + ARROW.x(), mouse.getY() + ARROW.y(), ARROW.width(), ARROW.height());
        }
        Box seen = viewport.seen();
        double left = Math.clamp(place.box().x() - seen.x() - GAP, 0, seen.width());
        double top = Math.clamp(place.box().y() - seen.y() - GAP, 0, seen.height());
        double right = Math.clamp(place.box().right() - seen.x() + GAP, left, Math.max(left, seen.width()));
        double bottom = Math.clamp(place.box().bottom() - seen.y() + GAP, top, Math.max(top, seen.height()));
        return new Box(left, top, right - left, bottom - top);
    }
}
