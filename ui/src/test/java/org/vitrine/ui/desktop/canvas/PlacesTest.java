package org.vitrine.ui.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Spot;

class PlacesTest {
    record Numbered(int number) implements Spot {
    }

    @Test
    void aPointFindsWhatAScanOfAllPlacesFinds() {
        Random random = new Random(11);
        Places places = new Places();
        List<Place> all = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            Box box = new Box(500 * random.nextDouble() - 20, 500 * random.nextDouble() - 20, 60 * random.nextDouble(),
                    i % 50 == 0 ? 400 : 30 * random.nextDouble());
            Place place = random.nextBoolean()
                    ? new Place(box, new Numbered(random.nextInt(500)), null)
                    : new Place(box, null, "hint " + i);
            places.add(place);
            all.add(place);
        }
        for (int i = 0; i < 5000; i++) {
            double x = 560 * random.nextDouble() - 30;
            double y = 560 * random.nextDouble() - 30;
            assertThat(places.spotAt(x, y)).isEqualTo(scan(all, x, y, true));
            assertThat(places.hintAt(x, y)).isEqualTo(scan(all, x, y, false));
        }
        for (int i = 0; i < 500; i++) {
            Spot spot = new Numbered(i);
            assertThat(places.of(spot)).isEqualTo(all.stream().filter(place -> spot.equals(place.spot())).toList());
        }
    }

    private static Optional<Place> scan(List<Place> all, double x, double y, boolean spots) {
        Optional<Place> last = Optional.empty();
        for (Place place : all) {
            Box box = place.box();
            if ((place.spot() != null) == spots && box.x() <= x && x < box.right() && box.y() <= y
                    && y < box.bottom()) {
                last = Optional.of(place);
            }
        }
        return last;
    }

    @Test
    void arrowsLeadThroughAGridAndEndAtItsEdges() {
        Places places = grid(5, 4);
        Walk walk = new Walk(places);
        Place start = places.of(new Numbered(0)).getFirst();
        Place at = start;
        for (int expected : new int[]{1, 2, 3, 4}) {
            at = walk.next(at.box(), Direction.RIGHT).orElseThrow();
            assertThat(at.spot()).isEqualTo(new Numbered(expected));
        }
        assertThat(walk.next(at.box(), Direction.RIGHT)).isEmpty();
        at = walk.next(at.box(), Direction.DOWN).orElseThrow();
        assertThat(at.spot()).isEqualTo(new Numbered(9));
        at = walk.next(at.box(), Direction.LEFT).orElseThrow();
        assertThat(at.spot()).isEqualTo(new Numbered(8));
        assertThat(walk.next(walk.next(at.box(), Direction.UP).orElseThrow().box(), Direction.UP)).isEmpty();
        assertThat(walk.last(at.box(), Direction.LEFT).orElseThrow().spot()).isEqualTo(new Numbered(5));
        assertThat(walk.last(at.box(), Direction.RIGHT).orElseThrow().spot()).isEqualTo(new Numbered(9));
        assertThat(walk.first().orElseThrow().spot()).isEqualTo(new Numbered(0));
        assertThat(walk.last().orElseThrow().spot()).isEqualTo(new Numbered(19));
        assertThat(walk.near(71, 33).orElseThrow().spot()).isEqualTo(new Numbered(8));
    }

    @Test
    void everyPlaceOfAGridIsReachedByArrows() {
        Places places = grid(7, 6);
        List<Place> reached = new ArrayList<>(List.of(new Walk(places).first().orElseThrow()));
        for (int i = 0; i < reached.size(); i++) {
            for (Direction direction : Direction.values()) {
                new Walk(places).next(reached.get(i).box(), direction).filter(place -> !reached.contains(place))
                        .ifPresent(reached::add);
            }
        }
        assertThat(reached).hasSize(42);
    }

    @Test
    void keysStopWhereTheMouseWouldPoint() {
        Places places = new Places();
        Place row = new Place(new Box(0, 0, 100, 20), new Numbered(100), null);
        places.add(row);
        Place cell = new Place(new Box(40, 0, 20, 20), new Numbered(1), null);
        places.add(cell);
        places.add(new Place(new Box(40, 0, 20, 20), null, "what the cell says"));
        Place aside = new Place(new Box(200, 0, 20, 20), null, "a hint alone");
        places.add(aside);
        assertThat(places.isStop(row)).as("its middle lies under a cell").isFalse();
        assertThat(places.isStop(cell)).isTrue();
        assertThat(places.isStop(places.all().get(2))).isFalse();
        assertThat(places.isStop(aside)).isTrue();
        assertThat(new Walk(places).next(cell.box(), Direction.RIGHT)).contains(aside);
    }

    private static Places grid(int columns, int rows) {
        Places places = new Places();
        for (int i = 0; i < columns * rows; i++) {
            places.add(new Place(new Box(i % columns * 20, i / columns * 20, 20, 20), new Numbered(i), null));
        }
        return places;
    }
}
