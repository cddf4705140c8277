package org.vitrine.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.drawing.Theme;

/** The window as people see it first: every view of it, in light and dark, on a small and on a large screen. */
class AllViewsTest {
    private static final List<String> VIEWS = List.of("predictions", "rankings", "rankings-watch", "activations",
            "head-view", "neuron-view", "model-view", "generation", "inspector", "arithmetic");
    private static final String TEXT = "The keys to the cabinet";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyViewIsDrawnWholeOnASmallAndOnALargeScreen(boolean dark) {
        String theme = dark ? "dark" : "light";
        try (Fx fx = Fx.open(new Look(dark, 1))) {
            fx.read("classroom-gpt2", TEXT, "");
            for (String view : VIEWS) {
                fx.show(view);
                fx.screenshot("window-" + view + "-" + theme + "-1280").requireDrawn();
                requireInside(fx.window().view(view).orElseThrow().node());
                fx.screenshot("window-" + view + "-" + theme + "-1920", 1920, 1080).requireDrawn();
            }
        }
    }

    @Test
    void everyViewCanBeSavedAsPictureAndNumbers() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-gpt2", TEXT, "");
            for (String id : VIEWS) {
                fx.show(id);
                View view = fx.window().view(id).orElseThrow();
                if (!id.equals("arithmetic")) { // no number was chosen yet
                    assertThat(Fx.get(() -> view.picture(Theme.LIGHT))).as(id).isPresent();
                    assertThat(Fx.get(view::document)).as(id).get().asString().startsWith("{")
                            .contains("classroom-gpt2");
                }
            }
        }
    }

    @Test
    void whatIsShownIsWhatThisTestKnows() {
        try (Fx fx = Fx.open()) {
            assertThat(VIEWS).allMatch(view -> fx.window().view(view).isPresent());
            assertThat(fx.window().capture().views()).containsOnlyKeys(VIEWS);
        }
    }

    @Test
    void whereNothingWasReadEveryViewIsEmptyAndNoneFails() {
        try (Fx fx = Fx.open()) {
            for (String view : VIEWS) {
                fx.show(view);
                assertThat(Fx.get(() -> fx.window().view(view).orElseThrow().document())).as(view).isEmpty();
            }
            assertThat(Fx.get(() -> fx.session().messageProperty().get())).isEmpty();
        }
    }

    /** No control and no picture may reach beyond the view. */
    private static void requireInside(Node view) {
        Bounds all = Fx.get(() -> view.localToScene(view.getLayoutBounds()));
        assertThat(all.getWidth()).isGreaterThan(1000);
        assertThat(all.getMaxX()).isLessThanOrEqualTo(1281);
        assertThat(all.getMaxY()).isLessThanOrEqualTo(801);
        Stream.concat(view.lookupAll(".controls").stream(),
                view.lookupAll("*").stream().filter(PictureView.class::isInstance)).forEach(part -> {
                    Bounds bounds = Fx.get(() -> part.localToScene(part.getLayoutBounds()));
                    assertThat(bounds.getMaxX()).as("%s", part).isLessThanOrEqualTo(all.getMaxX() + 1);
                    if (!scrolls(part.getParent())) {
                        assertThat(bounds.getMaxY()).as("%s", part).isLessThanOrEqualTo(all.getMaxY() + 1);
                    }
                });
    }

    private static boolean scrolls(Node node) {
        return node != null && (node instanceof ScrollPane || scrolls(node.getParent()));
    }
}
