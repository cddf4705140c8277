package org.vitrine.ui.desktop.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.Fx;
import org.vitrine.ui.desktop.Screenshot;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.tour.Lesson;
import org.vitrine.ui.tour.Lessons;

/** The lessons in the real window. */
class LessonPaneTest {
    @SuppressWarnings("unchecked")
    private static void choose(Fx fx, String id) {
        Fx.run(() -> ((ComboBox<Lesson>) fx.window().root().lookup("#lesson")).setValue(Lessons.all().get(id)));
        fx.settle();
    }

    private static List<String> figures(Fx fx) {
        return Fx.get(() -> fx.window().root().lookupAll(".figure").stream().map(node -> ((Label) node).getText())
                .toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLessonSetsTheWindowUpAndIsChecked(boolean dark) {
        String theme = dark ? "dark" : "light";
        try (Fx fx = Fx.open(new Look(dark, 1))) {
            fx.read("classroom-gpt2", "Something else", "");
            fx.click(fx.node("#side-lessons"));
            choose(fx, "head-view-cat-mat");
            Node check = fx.node("#lesson-check");
            assertThat(Fx.get(check::isDisabled)).isTrue();
            fx.click(fx.node("#lesson-show"));
            assertThat(fx.session().exhibitProperty().get().model().name()).isEqualTo("classroom-bert");
            assertThat(Fx.get(() -> fx.window().front().orElseThrow().id())).isEqualTo("head-view");
            assertThat(Fx.get(() -> fx.session().selection().layer().get())).isEqualTo(1);
            fx.click(check);
            assertThat(figures(fx)).contains("93.65 %", "96.26 %", "60.29 %");
            Screenshot small = fx.screenshot("lessons-" + theme + "-1280").requireDrawn();
            fx.screenshot("lessons-" + theme + "-1920", 1920, 1080).requireDrawn();
            choose(fx, "predictions-last-layer");
            assertThat(figures(fx)).isEmpty();
            assertThat(small.differences(fx.screenshot("lessons-next-" + theme))).isGreaterThan(1000);
        }
    }

    @Test
    void theLessonOnWatchedWordsWatchesThem() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-gpt2", "Something else", "");
            fx.click(fx.node("#side-lessons"));
            choose(fx, "rankings-watch-is-are");
            fx.click(fx.node("#lesson-show"));
            assertThat(Fx.get(() -> fx.session().selection().position(Stack.DECODER).get())).isEqualTo(4);
            String document = Fx.get(() -> fx.window().view("rankings-watch").orElseThrow().document()).orElseThrow();
            assertThat(document).contains("\"token\":\" are\"", "\"token\":\" is\"").contains("2983", "3954");
        }
    }

    @Test
    void lessonsGoOnByKeys() {
        try (Fx fx = Fx.open()) {
            fx.read("classroom-gpt2", "Something else", "");
            fx.click(fx.node("#side-lessons"));
            Node next = Fx.get(() -> fx.window().root().lookupAll(".button").stream()
                    .filter(node -> "Next lesson".equals(node.getAccessibleText())).findFirst().orElseThrow());
            fx.focus(next);
            fx.press(KeyCode.SPACE);
            assertThat(Fx.get(() -> ((Label) fx.window().root().lookup(".lesson-title")).getText()))
                    .isEqualTo(List.copyOf(Lessons.all().values()).get(1).title());
        }
    }
}
