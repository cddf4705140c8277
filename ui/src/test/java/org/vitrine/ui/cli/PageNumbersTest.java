package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vitrine.ui.cli.PageNumbers.Word;

/** What {@link RealModelsTest} asks the real models is asked of small ones here, whose answers are known. */
class PageNumbersTest {
    private final PageNumbers tiny = new PageNumbers(Run.TINY.toString());
    private final PageNumbers bart = new PageNumbers("classroom-bart");

    @Test
    void thePredictionsOfTheTinyModelAreEccos() {
        tiny.requirePredictions("The cat sat on", 4, 0, new Word("U", .55811197), new Word("an", .29813245),
                new Word("G", .025007904));
    }

    @Test
    void aWrongWordOrNumberIsFound() {
        assertThatThrownBy(() -> tiny.requirePredictions("The cat sat on", 4, 0, new Word("u", .55811197)))
                .isInstanceOf(AssertionError.class).hasMessageContaining("position 4, layer 0, rank 1");
        assertThatThrownBy(() -> tiny.requirePredictions("The cat sat on", 4, 0, new Word("U", .5561)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> tiny.requirePredictions("The cat sat on", 5, 0, new Word("U", .55811197)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void idsAndTokensAreCounted() {
        tiny.requireIds("The cat sat on", 272, 353, 441, 312);
        tiny.requireTokens("The cat sat on", 4);
        assertThatThrownBy(() -> tiny.requireIds("The cat sat on", 272, 353, 441)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> tiny.requireTokens("The cat sat on", 5)).isInstanceOf(AssertionError.class);
    }

    @Test
    void factorsAndHeadsAreCounted() {
        new PageNumbers("classroom-bert").requireFactors("The cat sat on the mat.", 3, 9);
        bart.requireModelView("The cat sat.", "The cat", 3, 4);
        assertThatThrownBy(() -> bart.requireModelView("The cat sat.", "The cat", 3, 5))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> tiny.requireFactors("The cat sat on", 3, 5)).isInstanceOf(AssertionError.class);
    }
}
