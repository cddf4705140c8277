package org.vitrine.ui.desktop.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.tour.Lesson;
import org.vitrine.ui.tour.Lessons;

class LessonsModelTest {
    private record Shown(String view, Map<String, String> settings) {
    }

    private final List<Shown> shown = new ArrayList<>();
    private final Session session = new Session(Desk.direct(), new Look(false, 1));
    private final LessonsModel model = new LessonsModel(session,
            (view, settings) -> shown.add(new Shown(view, settings)));

    private void take(String id) {
        model.lessonProperty().set(Lessons.all().get(id));
        model.setUp();
    }

    static Iterable<Lesson> lessons() {
        return Lessons.all().values();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void everyLessonCanBeSetUpAndChecked(Lesson lesson) {
        take(lesson.id());
        assertThat(session.messageProperty().get()).isEmpty();
        assertThat(model.stagedProperty().get()).isTrue();
        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst().view()).isIn("predictions", "rankings", "rankings-watch", "head-view",
                "neuron-view", "model-view", "activations", "generation");
        model.check();
        assertThat(model.findings()).isNotEmpty();
    }

    @Test
    void aHeadLessonChoosesTokenLayerAndHead() {
        take("head-subject");
        assertThat(session.selection().layer().get()).isEqualTo(5);
        assertThat(session.selection().head().get()).isEqualTo(3);
        assertThat(session.selection().position(Stack.DECODER).get()).isEqualTo(4);
        assertThat(session.selection().attention().get()).isEqualTo(AttentionKind.DECODER);
        assertThat(shown.getFirst().view()).isEqualTo("head-view");
    }

    @Test
    void aPredictedPlaceIsTheOneAfterTheTokenThatIsChosen() {
        take("rankings-watch-is-are");
        assertThat(session.selection().position(Stack.DECODER).get()).isEqualTo(4);
        assertThat(shown.getFirst().settings()).containsEntry("watch", " are\n is");
        take("mask-capital-italy");
        assertThat(session.selection().position(Stack.ENCODER).get()).isEqualTo(6);
    }

    @Test
    void theBridgeIsWhatTheLessonOnThreeAttentionsChooses() {
        take("model-view-house-budget");
        assertThat(session.selection().attention().get()).isEqualTo(AttentionKind.CROSS);
        assertThat(session.selection().layer().get()).isEqualTo(2);
        assertThat(session.selection().head().get()).isEqualTo(2);
    }

    @Test
    void anotherTextMeansThatTheLessonIsNoLongerSetUp() {
        take("head-subject");
        session.textProperty().set("Something else");
        session.run();
        assertThat(model.stagedProperty().get()).isFalse();
        model.check();
        assertThat(model.findings()).isEmpty();
    }

    @Test
    void whatWasMeasuredGoesWithItsLesson() {
        take("head-subject");
        model.check();
        assertThat(model.findings()).isNotEmpty();
        model.go(1);
        assertThat(model.findings()).isEmpty();
        assertThat(model.stagedProperty().get()).isFalse();
    }

    @Test
    void lessonsEndWhereTheyEnd() {
        model.go(-1);
        assertThat(model.place()).isZero();
        model.go(1000);
        assertThat(model.place()).isEqualTo(model.lessons().size() - 1);
    }
}
