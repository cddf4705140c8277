package org.vitrine.ui.desktop.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.canvas.Glass.Shot;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Theme;

class PictureViewTest {
    private static final String LIGHT = new PrimerLight().getUserAgentStylesheet();
    private static final String DARK = new PrimerDark().getUserAgentStylesheet();
    private static final Colour GREEN = Colour.of("#00ff00");
    /** What a picture that was sketched has around it. */
    private static final int MARGIN = 16;
    private static final int CELL = 40;

    record Cell(int row, int column) implements Spot {
    }

    /** A grid of green cells, 30 wide and high, 40 apart, each with a hint. */
    static Picture grid(Theme theme, int rows, int columns, int extraMarks) {
        Sketch sketch = new Sketch();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Box box = new Box(column * CELL, row * CELL, 30, 30);
                sketch.rectangle(box, GREEN);
                sketch.hint(box, "row " + row + "\ncolumn " + column);
                sketch.spot(box, new Cell(row, column));
            }
        }
        for (int i = 0; i < extraMarks; i++) {
            sketch.rectangle(new Box(35, 0, 1, 1), GREEN);
        }
        return sketch.picture("a grid", theme);
    }

    private static Glass small() {
        return Glass.of(LIGHT, grid(Theme.LIGHT, 3, 4, 0));
    }

    private static Glass large() {
        return Glass.of(LIGHT, grid(Theme.LIGHT, 60, 50, 0));
    }

    @Test
    void aSmallPictureLiesAtTheUpperLeftOnItsOwnGround() {
        try (Glass glass = Glass.of(DARK, grid(Theme.DARK, 3, 4, 0))) {
            Shot shot = glass.shot();
            assertThat(shot.rgb(MARGIN, MARGIN)).isEqualTo(0x00FF00);
            assertThat(shot.rgb(MARGIN + 29, MARGIN + 29)).isEqualTo(0x00FF00);
            assertThat(shot.rgb(MARGIN + 30, MARGIN + 30)).isEqualTo(0x0D1117);
            assertThat(shot.rgb(Glass.WIDTH - 5, Glass.HEIGHT - 5)).isEqualTo(0x0D1117);
        }
    }

    @Test
    void whatIsPointedAtIsToldAtOnceAndForgottenOutside() {
        try (Glass glass = small()) {
            glass.mouse(MARGIN + CELL + 5, MARGIN + 5);
            assertThat(glass.pointed()).isEqualTo(new Cell(0, 1));
            assertThat(glass.said()).isEqualTo("row 0\ncolumn 1");
            assertThat(glass.view.getAccessibleText()).isEqualTo("a grid\nrow 0\ncolumn 1");
            glass.mouse(MARGIN + CELL + 35, MARGIN + 5);
            assertThat(glass.pointed()).isNull();
            assertThat(glass.said()).isNull();
            assertThat(glass.view.getAccessibleText()).isEqualTo("a grid");
            glass.mouse(MARGIN + CELL + 5, MARGIN + 5);
            glass.mouse(Glass.WIDTH + 200, 40);
            assertThat(glass.pointed()).isNull();
            assertThat(glass.said()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theHintIsReadableAndNeverUnderTheMouse(boolean dark) {
        Theme theme = dark ? Theme.DARK : Theme.LIGHT;
        try (Glass glass = Glass.of(dark ? DARK : LIGHT, grid(theme, 60, 50, 0))) {
            for (int[] at : new int[][]{{20, 20}, {Glass.WIDTH - 40, 22}, {25, Glass.HEIGHT - 40},
                {Glass.WIDTH - 40, Glass.HEIGHT - 40}, {180, 140}}) {
                glass.mouse(at[0], at[1]);
                assertThat(glass.said()).as("at %s", at).isNotNull();
                Label hint = glass.hint();
                Bounds label = Fx.get(() -> hint.localToScene(hint.getLayoutBounds()));
                assertThat(label.contains(at[0], at[1])).isFalse();
                assertThat(new BoundingBox(0, 0, Glass.WIDTH, Glass.HEIGHT).contains(label)).isTrue();
                Shot shot = glass.shot();
                int lightest = 0;
                int darkest = 255;
                for (int y = (int) label.getMinY() + 3; y < label.getMaxY() - 3; y++) {
                    for (int x = (int) label.getMinX() + 3; x < label.getMaxX() - 3; x++) {
                        int green = shot.rgb(x, y) >> 8 & 0xFF;
                        lightest = Math.max(lightest, green);
                        darkest = Math.min(darkest, green);
                    }
                }
                assertThat(lightest - darkest).as("contrast").isGreaterThan(130);
            }
        }
    }

    @Test
    void escapeSendsTheHintAwayUntilAnotherIsPointedAt() {
        try (Glass glass = small()) {
            glass.mouse(MARGIN + 5, MARGIN + 5);
            glass.press(KeyCode.ESCAPE);
            assertThat(glass.said()).isNull();
            glass.mouse(MARGIN + 7, MARGIN + 5);
            assertThat(glass.said()).isNull();
            glass.mouse(MARGIN + CELL + 5, MARGIN + 5);
            assertThat(glass.said()).isEqualTo("row 0\ncolumn 1");
        }
    }

    @Test
    void aClickChoosesAndADoubleClickChoosesTwice() {
        try (Glass glass = small()) {
            glass.mouse(MARGIN + 5, MARGIN + CELL + 5);
            glass.click();
            assertThat(glass.chosen).containsExactly(new Cell(1, 0));
            glass.click();
            assertThat(glass.chosen).containsExactly(new Cell(1, 0), List.of(new Cell(1, 0)));
            assertThat(glass.view.isFocused()).isTrue();
        }
    }

    @Test
    void keysLeadFromPlaceToPlaceAndChoose() {
        try (Glass glass = large()) {
            Fx.run(glass.view::requestFocus);
            glass.press(KeyCode.DOWN);
            assertThat(glass.pointed()).isEqualTo(new Cell(0, 0));
            glass.press(KeyCode.RIGHT);
            glass.press(KeyCode.DOWN);
            assertThat(glass.pointed()).isEqualTo(new Cell(1, 1));
            assertThat(glass.said()).isEqualTo("row 1\ncolumn 1");
            glass.press(KeyCode.ENTER);
            glass.press(KeyCode.SHIFT, KeyCode.ENTER);
            assertThat(glass.chosen).containsExactly(new Cell(1, 1), new Cell(1, 1), List.of(new Cell(1, 1)));
            glass.press(KeyCode.END);
            assertThat(glass.pointed()).isEqualTo(new Cell(1, 49));
            assertThat(seen(glass, new Cell(1, 49))).isTrue();
            glass.press(KeyCode.HOME);
            assertThat(glass.pointed()).isEqualTo(new Cell(1, 0));
            glass.press(KeyCode.CONTROL, KeyCode.END);
            assertThat(glass.pointed()).isEqualTo(new Cell(59, 49));
            assertThat(seen(glass, new Cell(59, 49))).isTrue();
            glass.press(KeyCode.PAGE_UP);
            assertThat(((Cell) glass.pointed()).column()).isEqualTo(49);
            assertThat(((Cell) glass.pointed()).row()).isBetween(50, 56);
            glass.press(KeyCode.ESCAPE);
            assertThat(glass.pointed()).isNull();
            assertThat(glass.said()).isNull();
        }
    }

    /** Without scrolling there. */
    private static boolean seen(Glass glass, Cell cell) {
        Shot before = glass.shot();
        Bounds place = glass.reveal(cell);
        return before.sameAs(glass.shot()) && place.getWidth() == 30 && place.getHeight() == 30;
    }

    @Test
    void whatKeysPointAtHasAThinOutline() {
        try (Glass glass = small()) {
            Fx.run(glass.view::requestFocus);
            glass.press(KeyCode.RIGHT);
            Shot shot = glass.shot();
            assertThat(shot.rgb(MARGIN - 1, MARGIN + 10)).isEqualTo(0x1F2328);
            assertThat(shot.rgb(MARGIN - 2, MARGIN + 10)).isEqualTo(0xFFFFFF);
            glass.mouse(MARGIN + CELL + 5, MARGIN + 5);
            assertThat(glass.shot().rgb(MARGIN - 1, MARGIN + 10)).as("the mouse needs none").isEqualTo(0xFFFFFF);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasChosenIsOutlinedInInkAndThePictureStaysAsItIs(boolean dark) {
        try (Glass glass = Glass.of(dark ? DARK : LIGHT, grid(dark ? Theme.DARK : Theme.LIGHT, 3, 4, 0))) {
            int ink = dark ? 0xE6EDF3 : 0x1F2328;
            Fx.run(() -> glass.view.chosen().add(new Cell(1, 2)));
            Shot shot = glass.shot();
            int left = MARGIN + 2 * CELL;
            int top = MARGIN + CELL;
            for (int off = 1; off <= 2; off++) {
                assertThat(shot.rgb(left - off, top + 10)).isEqualTo(ink);
                assertThat(shot.rgb(left + 29 + off, top + 10)).isEqualTo(ink);
                assertThat(shot.rgb(left + 10, top - off)).isEqualTo(ink);
                assertThat(shot.rgb(left + 10, top + 29 + off)).isEqualTo(ink);
            }
            assertThat(shot.rgb(left, top + 10)).isEqualTo(0x00FF00);
            assertThat(shot.rgb(left - 3, top + 10)).isNotEqualTo(ink);
            Fx.run(() -> glass.view.chosen().clear());
            assertThat(glass.shot().rgb(left - 1, top + 10)).isNotEqualTo(ink);
        }
    }

    @Test
    void revealScrollsToThePlaceAndSaysWhereItIs() {
        try (Glass glass = large()) {
            Bounds place = glass.reveal(new Cell(40, 30));
            assertThat(new BoundingBox(0, 0, Glass.WIDTH, Glass.HEIGHT).contains(place)).isTrue();
            Shot shot = glass.shot();
            assertThat(shot.rgb(place.getMinX(), place.getMinY())).isEqualTo(0x00FF00);
            assertThat(shot.rgb(place.getMaxX() - 1, place.getMaxY() - 1)).isEqualTo(0x00FF00);
            assertThat(shot.rgb(place.getMinX() - 1, place.getMinY())).isEqualTo(0xFFFFFF);
            glass.point(new Cell(2, 1));
            assertThat(glass.pointed()).isEqualTo(new Cell(2, 1));
            assertThat(Fx.get(() -> glass.view.reveal(new Cell(-1, 0)))).isEmpty();
        }
    }

    @Test
    void theWheelScrollsAndWithShiftSideways() {
        try (Glass glass = large()) {
            glass.mouse(MARGIN + 5, MARGIN + 5);
            glass.wheel(1);
            Cell below = (Cell) glass.pointed();
            Shot scrolled = glass.shot();
            assertThat(scrolled.rgb(MARGIN + 5, 2)).as("the margin is gone").isNotEqualTo(0);
            assertThat(glass.reveal(new Cell(3, 0)).getMinY()).isLessThan(MARGIN + 3 * CELL);
            assertThat(below).isNotEqualTo(new Cell(0, 0));
        }
    }

    @Test
    void focusIsSeen() {
        try (Glass glass = small()) {
            Fx.run(() -> glass.view.getParent().requestFocus());
            Shot without = glass.shot();
            Fx.run(glass.view::requestFocus);
            Shot with = glass.shot();
            assertThat(with.rgb(0, Glass.HEIGHT / 2)).isNotEqualTo(without.rgb(0, Glass.HEIGHT / 2));
        }
    }
}
