package org.vitrine.ui.desktop.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Spot;

/** The places of a picture, found by point and by what they stand for. A matrix has a hundred thousand. */
final class Places {
    private static final double BAND = 24;
    private static final int NONE = -1;

    private final List<Place> all = new ArrayList<>();
    private final Bands bands = new Bands(BAND);
    /** Chains of places whose spots have the same slot: the latest place of each slot, and for each place the one before. */
    private int[] latest = new int[64];
    private int[] before = new int[64];

    /** None yet. */
    Places() {
        Arrays.fill(latest, NONE);
    }

    /** Adds a place above all others. */
    void add(Place place) {
        int number = all.size();
        all.add(place);
        bands.add(number, place.box());
        if (number == before.length) {
            rehash();
        }
        if (place.spot() != null) {
            chain(number);
        }
    }

    private void chain(int number) {
        int slot = slot(all.get(number).spot());
        before[number] = latest[slot];
        latest[slot] = number;
    }

    private void rehash() {
        before = new int[2 * before.length];
        latest = new int[before.length];
        Arrays.fill(latest, NONE);
        for (int i = 0; i < all.size() - 1; i++) {
            if (all.get(i).spot() != null) {
                chain(i);
            }
        }
    }

    private int slot(Spot spot) {
        int hash = spot.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & latest.length - 1;
    }

    /** All, in the order in which they were drawn. */
    List<Place> all() {
        return all;
    }

    /** The last drawn place at a point that stands for something. */
    Optional<Place> spotAt(double x, double y) {
        return last(x, y, true);
    }

    /** The last drawn place at a point about which there is something to say. */
    Optional<Place> hintAt(double x, double y) {
        return last(x, y, false);
    }

    private Optional<Place> last(double x, double y, boolean spots) {
        int[] near = bands.at(y);
        for (int i = near.length - 1; i >= 0; i--) {
            Place place = all.get(near[i]);
            if ((spots ? place.spot() != null : place.hint() != null) && place.contains(x, y)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** Where something stands, in the order in which it was drawn. */
    List<Place> of(Spot spot) {
        List<Place> found = new ArrayList<>();
        for (int i = latest[slot(spot)]; i != NONE; i = before[i]) {
            if (all.get(i).spot().equals(spot)) {
                found.add(all.get(i));
            }
        }
        return found.reversed();
    }

    /** Whether keys stop here: what a person who points at its middle points at, with the mouse. */
    boolean isStop(Place place) {
        Box box = place.box();
        Optional<Place> spot = spotAt(box.centreX(), box.centreY());
        return place.spot() != null
                ? spot.filter(place::equals).isPresent()
                : spot.isEmpty() && hintAt(box.centreX(), box.centreY()).filter(place::equals).isPresent();
    }
}
