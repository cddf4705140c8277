package org.vitrine.ui.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.canvas.Glass.Shot;
import org.vitrine.ui.desktop.canvas.PictureViewTest.Cell;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.Theme;

class PictureLayersTest {
    private static final String LIGHT = new PrimerLight().getUserAgentStylesheet();
    private static final Colour GREEN = Colour.of("#00ff00");
    /** What a picture that was sketched has around it. */
    private static final int MARGIN = 16;
    private static final int CELL = 40;

    private static Picture grid(Theme theme, int rows, int columns, int extraMarks) {
        return PictureViewTest.grid(theme, rows, columns, extraMarks);
    }

    private static Glass small() {
        return Glass.of(LIGHT, grid(Theme.LIGHT, 3, 4, 0));
    }

    private static Glass large() {
        return Glass.of(LIGHT, grid(Theme.LIGHT, 60, 50, 0));
    }

    @Test
    void anOverlayLiesAboveAndScrollsWithThePictureThatStandsBack() {
        try (Glass glass = large()) {
            Sketch sketch = new Sketch();
            sketch.line(new Line(0, 1515, 600, 1515), Theme.LIGHT.negative(), 10);
            sketch.reserve(new Box(0, 0, 49 * CELL + 30, 59 * CELL + 30));
            Fx.run(() -> {
                glass.view.overlayProperty().set(sketch.overlay("a line", Theme.LIGHT));
                glass.view.fadedProperty().set(true);
            });
            Shot top = glass.shot();
            assertThat(top.rgb(MARGIN + 5, MARGIN + 5)).isEqualTo(0xCCFFCC);
            Bounds place = glass.reveal(new Cell(37, 3)); // its upper edge lies at 1480
            Shot below = glass.shot();
            double y = place.getMinY() + 35;
            assertThat(below.rgb(place.getMinX() + 15, y)).isEqualTo(0xD4660A);
            assertThat(below.rgb(place.getMinX() + 15, y - 7)).isEqualTo(0xCCFFCC);
            Fx.run(() -> {
                glass.view.overlayProperty().set(null);
                glass.view.fadedProperty().set(false);
            });
            assertThat(glass.shot().rgb(place.getMinX() + 15, y)).isEqualTo(0xFFFFFF);
            assertThat(glass.shot().rgb(place.getMinX() + 15, y - 7)).isEqualTo(0x00FF00);
        }
    }

    @Test
    void anotherOverlayLeavesNothingOfTheOneBefore() {
        try (Glass glass = small()) {
            Shot plain = glass.shot();
            for (int i = 0; i < 3; i++) {
                Sketch sketch = new Sketch();
                sketch.reserve(new Box(0, 0, 3 * CELL + 30, 2 * CELL + 30));
                sketch.line(new Line(0, 15 + i * CELL, 150, 15 + i * CELL), Colour.of("#ff0000"), 4);
                Fx.run(() -> glass.view.overlayProperty().set(sketch.overlay("a line", Theme.LIGHT)));
                Shot shot = glass.shot();
                for (int row = 0; row < 3; row++) {
                    assertThat(shot.rgb(MARGIN + 15, MARGIN + 15 + row * CELL))
                            .isEqualTo(row == i ? 0xFF0000 : 0x00FF00);
                }
            }
            Fx.run(() -> glass.view.overlayProperty().set(null));
            assertThat(glass.shot().sameAs(plain)).isTrue();
        }
    }

    @Test
    void aLargePictureTakesThePlaceOfTheOneBeforeOnlyWhenItIsReady() {
        try (Glass glass = small()) {
            Fx.run(() -> glass.view.chosen().add(new Cell(0, 0)));
            Shot before = glass.shot();
            glass.show(grid(Theme.DARK, 20, 20, 10_000));
            assertThat(glass.waiting).isNotEmpty();
            assertThat(glass.shot().sameAs(before)).isTrue();
            glass.waiting.poll().run();
            glass.layout();
            Shot after = glass.shot();
            assertThat(after.rgb(2, 2)).isEqualTo(0x0D1117);
            for (int cell = 0; cell < 7; cell++) {
                assertThat(after.rgb(MARGIN + cell * CELL + 5, MARGIN + cell * CELL + 5)).isEqualTo(0x00FF00);
            }
        }
    }

    @Test
    void aPictureThatIsNoLongerWantedIsNeverShown() {
        try (Glass glass = small()) {
            glass.show(grid(Theme.DARK, 20, 20, 10_000));
            glass.show(grid(Theme.LIGHT, 2, 2, 0));
            Shot shown = glass.shot();
            assertThat(shown.rgb(MARGIN + 2 * CELL + 5, MARGIN + 5)).isEqualTo(0xFFFFFF);
            glass.goOn();
            assertThat(glass.shot().sameAs(shown)).isTrue();
            glass.show(null);
            assertThat(Fx.get(() -> glass.view.reveal(new Cell(0, 0)))).isEmpty();
            assertThat(glass.shot().rgb(MARGIN + 5, MARGIN + 5)).isNotEqualTo(0x00FF00);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10_000})
    void aPictureThatCannotBePaintedIsToldAndNothingElseBreaks(int marks) {
        try (Glass glass = small()) {
            glass.show(new Broken(marks));
            glass.goOn();
            assertThat(glass.failures).hasSize(1);
            glass.show(grid(Theme.LIGHT, 2, 2, 0));
            assertThat(glass.shot().rgb(MARGIN + 5, MARGIN + 5)).isEqualTo(0x00FF00);
        }
    }

    /** Fails after so many marks. */
    private record Broken(int marks) implements Picture {
        @Override
        public String title() {
            return "broken";
        }

        @Override
        public double width() {
            return 100;
        }

        @Override
        public double height() {
            return 100;
        }

        @Override
        public void paint(Surface surface) {
            for (int i = 0; i < marks; i++) {
                surface.rectangle(new Box(0, 0, 1, 1), GREEN);
            }
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void allOfALargePictureIsSeenWhereverOneScrolls() {
        Picture picture = grid(Theme.LIGHT, 60, 50, 8000);
        try (Glass glass = Glass.of(LIGHT, picture)) {
            for (int[] cell : new int[][]{{59, 49}, {0, 49}, {30, 20}, {59, 0}, {0, 0}}) {
                Bounds place = glass.reveal(new Cell(cell[0], cell[1]));
                glass.goOn();
                assertThat(glass.shot().rgb(place.getCenterX(), place.getCenterY())).isEqualTo(0x00FF00);
            }
            assertThat(((Viewport) glass.view.getChildrenUnmodifiable().getFirst()).bytes())
                    .isBetween(1L << 20, Tiles.MOST_BYTES);
        }
    }
}
