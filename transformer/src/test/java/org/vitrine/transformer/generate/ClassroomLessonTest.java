package org.vitrine.transformer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.weights.ModelFiles;

/** What classroom-bart writes in its two lessons, with Hugging Face's tokens. */
class ClassroomLessonTest {
    /** "The House Budget Committee voted Saturday to pass a $3.5 trillion spending bill". */
    private static final int[] NEWS = {0, 270, 1270, 2344, 857, 1669, 833, 283, 1492, 262, 726, 22, 17, 24, 1746, 2308,
        657, 2};
    /** "The House Budget Committee passed a spending bill.". */
    private static final List<Integer> HEADLINE = List.of(2, 0, 270, 1270, 2344, 857, 2666, 262, 2308, 657, 17, 2);

    private Bart model;
    private GenerationSettings settings;

    @BeforeEach
    void load() {
        ModelFiles files = ModelFiles.classroom("classroom-bart");
        model = Bart.load(files, new VectorOps(1));
        settings = GenerationSettings.of(files, model.config().vocabulary());
    }

    private List<Integer> best(int[] ids, GenerationSettings asked) {
        return new BeamSearch(Draft.of(model, ids), asked).search(new int[]{asked.start()}).getFirst().ids();
    }

    @Test
    void theHeadlineIsWrittenWithFourBeams() {
        assertThat(settings.beams()).isEqualTo(4);
        assertThat(best(NEWS, settings)).isEqualTo(HEADLINE);
    }

    @Test
    void theHeadlineIsWrittenGreedily() {
        assertThat(new Generator(Draft.of(model, NEWS))
                .generate(new int[]{settings.start()}, settings, TokenChooser.greedy(), id -> {}).ids())
                .isEqualTo(HEADLINE);
    }

    @Test
    void aGapIsFilled() {
        int[] gap = {0, 270, 442, 297, 1739, 274, 4003, 17, 2};   // "The capital of Spain is<mask>."
        assertThat(best(gap, settings.withMaxLength(60))).containsExactly(2, 0, 270, 442, 297, 1739, 274, 1951, 17, 2);
    }
}
