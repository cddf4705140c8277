package org.vitrine.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LessonTest {
    @Test
    void allLessonsAreReadWithTheirParameters() {
        assertThat(Lessons.all()).hasSize(28);
        Lesson lesson = Lessons.all().get("rankings-watch-is-are");
        assertThat(lesson.title()).isEqualTo("'is' against 'are'");
        assertThat(lesson.whatToLookFor()).startsWith("Ranks of are / is per layer: 2983/3954");
        assertThat(lesson.pair()).isEmpty();
    }

    @Test
    void aLessonSaysWhatToType() {
        assertThat(Lessons.all().get("rankings-watch-is-are").arguments()).containsExactly("rankings-watch",
                "The keys to the cabinet", "-m", "classroom-gpt2", "--watch", " are", "--watch", " is", "--position",
                "5");
        assertThat(Lessons.all().get("predictions-every-layer").arguments()).containsExactly("predictions",
                " Heathrow airport is in the city of", "-m", "classroom-gpt2", "--position", "7", "--topk", "10");
        assertThat(Lessons.all().get("neuron-view-cat-mat-rug").arguments()).containsExactly("attention-neuron-view",
                "The cat sat on the mat", "The cat lay on the rug", "-m", "classroom-bert", "--layer", "1", "--head",
                "2", "--position", "10");
        assertThat(Lessons.all().get("head-view-cat-mat").arguments()).containsExactly("attention-head-view",
                "The cat sat on the mat", "-m", "classroom-bert", "--layer", "1");
        assertThat(Lessons.all().get("model-view-house-budget").arguments()).hasSize(5)
                .startsWith("attention-model-view").endsWith("-m", "classroom-bart");
    }
}
