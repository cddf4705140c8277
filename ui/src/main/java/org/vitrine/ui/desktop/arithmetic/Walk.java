package org.vitrine.ui.desktop.arithmetic;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.ui.picture.spot.CellSpot;

/** The numbers that somebody looked at, one after the other, with back and forward as in a browser. */
final class Walk {
    /** More are forgotten, the oldest first. */
    static final int MOST = 500;

    private final List<Visit> visits = new ArrayList<>();
    private int now = -1;

    /** A number, and whether it was reached from the one before it, as one of its inputs. */
    private record Visit(CellSpot cell, boolean input) {
    }

    /**
     * Goes to a number; what lay ahead is forgotten.
     *
     * @param input whether it is an input of the one that is looked at
     */
    void visit(CellSpot cell, boolean input) {
        visits.subList(now + 1, visits.size()).clear();
        visits.add(new Visit(cell, input));
        if (visits.size() > MOST) {
            visits.removeFirst();
        }
        now = visits.size() - 1;
    }

    /** Forgets everything. */
    void clear() {
        visits.clear();
        now = -1;
    }

    boolean canGoBack() {
        return now > 0;
    }

    boolean canGoForward() {
        return now < visits.size() - 1;
    }

    /** The number before; there must be one. */
    CellSpot back() {
        return visits.get(--now).cell;
    }

    /** The number after; there must be one. */
    CellSpot forward() {
        return visits.get(++now).cell;
    }

    /** The way from the number at which somebody began, input by input, to the one that is looked at. */
    List<CellSpot> path() {
        int first = now;
        while (first > 0 && visits.get(first).input) {
            first--;
        }
        return now < 0 ? List.of() : visits.subList(first, now + 1).stream().map(Visit::cell).toList();
    }

    /** Goes back to the number at a place of the {@link #path}. */
    CellSpot returnTo(int place) {
        now -= path().size() - 1 - place;
        return visits.get(now).cell;
    }
}
