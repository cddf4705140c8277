package org.vitrine.ui.desktop.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;
import org.vitrine.ui.drawing.Box;

/** From place to place of a picture with keys. */
record Walk(Places places) {
    private record Step(Place place, double distance) {
    }

    /** The nearest place in a direction. */
    Optional<Place> next(Box from, Direction direction) {
        return nearest(place -> direction.distance(from, place.box()));
    }

    /** The farthest place of the same row in a direction, or of the same column. */
    Optional<Place> last(Box from, Direction direction) {
        boolean row = direction == Direction.LEFT || direction == Direction.RIGHT;
        return nearest(place -> {
            Box to = place.box();
            boolean beside = row
                    ? Math.abs(to.centreY() - from.centreY()) < from.height() / 2
                    : Math.abs(to.centreX() - from.centreX()) < from.width() / 2;
            double ahead = direction.distance(from, to);
            return beside && ahead < Double.POSITIVE_INFINITY ? -ahead : Double.POSITIVE_INFINITY;
        });
    }

    /** The place nearest to a point. */
    Optional<Place> near(double x, double y) {
        return nearest(place -> Math.hypot(Direction.gap(x, x, place.box().x(), place.box().right()),
                Direction.gap(y, y, place.box().y(), place.box().bottom()))
                + 1e-3 * Math.hypot(place.box().centreX() - x, place.box().centreY() - y));
    }

    /** The first place in reading order. */
    Optional<Place> first() {
        return nearest(place -> place.box().y() * 1e4 + place.box().x());
    }

    /** The last place in reading order. */
    Optional<Place> last() {
        return nearest(place -> -(place.box().y() * 1e4 + place.box().x()));
    }

    /** Most places are stops, so a few looks find the nearest that is one. */
    private Optional<Place> nearest(ToDoubleFunction<Place> distance) {
        List<Step> steps = new ArrayList<>();
        for (Place place : places.all()) {
            double far = distance.applyAsDouble(place);
            if (far < Double.POSITIVE_INFINITY) {
                steps.add(new Step(place, far));
            }
        }
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        PriorityQueue<Step> queue = new PriorityQueue<>(steps.size(), Comparator.comparingDouble(Step::distance));
        queue.addAll(steps);
        while (!queue.isEmpty()) {
            Place place = queue.poll().place;
            if (places.isStop(place)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}
