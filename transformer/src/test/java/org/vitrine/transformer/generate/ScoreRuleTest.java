package org.vitrine.transformer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreRuleTest {
    /** The ids that a rule forbids after a text, of 6. */
    private static int[] forbidden(ScoreRule rule, int... written) {
        float[] scores = {1, 2, 3, 4, 5, 6};
        rule.apply(scores, written);
        int[] ids = IntStream.range(0, 6).filter(id -> scores[id] == Float.NEGATIVE_INFINITY).toArray();
        assertThat(IntStream.range(0, 6).filter(id -> scores[id] != Float.NEGATIVE_INFINITY))
                .as("what is allowed keeps its score").allMatch(id -> scores[id] == id + 1);
        return ids;
    }

    @Test
    void aTextShorterThanTheSmallestLengthCannotEnd() {
        ScoreRule rule = ScoreRule.minLength(2, 4);
        assertThat(forbidden(rule, 2)).containsExactly(2);
        assertThat(forbidden(rule, 2, 0, 1)).containsExactly(2);
        assertThat(forbidden(rule, 2, 0, 1, 1)).isEmpty();
    }

    @Test
    void noTwoTokensComeTwice() {
        ScoreRule rule = ScoreRule.noRepeat(2);
        assertThat(forbidden(rule, 3)).isEmpty();
        assertThat(forbidden(rule, 3, 4)).isEmpty();
        assertThat(forbidden(rule, 3, 4, 3)).containsExactly(4);
        assertThat(forbidden(rule, 3, 4, 3, 5, 3)).containsExactly(4, 5);
        assertThat(forbidden(rule, 3, 3)).as("3 3 would overlap itself").containsExactly(3);
    }

    @Test
    void noThreeTokensComeTwice() {
        ScoreRule rule = ScoreRule.noRepeat(3);
        assertThat(forbidden(rule, 1, 2, 3, 1)).isEmpty();
        assertThat(forbidden(rule, 1, 2, 3, 1, 2)).containsExactly(3);
        assertThat(forbidden(rule, 1, 2, 3, 2, 2)).isEmpty();
        assertThat(forbidden(rule, 1)).isEmpty();
    }

    @Test
    void noTokenComesTwice() {
        assertThat(forbidden(ScoreRule.noRepeat(1), 1, 4, 1)).containsExactly(1, 4);
        assertThatThrownBy(() -> ScoreRule.noRepeat(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstTokenAfterTheStartIsForced() {
        float[] scores = {1, 2, 3};
        ScoreRule.forcedFirst(1).apply(scores, new int[]{2, 1});
        assertThat(scores).containsExactly(1, 2, 3);
        ScoreRule.forcedFirst(1).apply(scores, new int[]{2});
        assertThat(scores).containsExactly(Float.NEGATIVE_INFINITY, 0, Float.NEGATIVE_INFINITY);
    }

    @Test
    void theLastTokenOfTheLongestTextIsForced() {
        float[] scores = {1, 2, 3};
        ScoreRule.forcedLast(0, 4).apply(scores, new int[]{2, 1});
        ScoreRule.forcedLast(0, 4).apply(scores, new int[]{2, 1, 1, 1});
        assertThat(scores).containsExactly(1, 2, 3);
        ScoreRule.forcedLast(0, 4).apply(scores, new int[]{2, 1, 1});
        assertThat(scores).containsExactly(0, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY);
    }

    @Test
    void noRuleChangesWhatWasWritten() {
        int[] written = {1, 2, 1};
        for (ScoreRule rule : new ScoreRule[]{ScoreRule.noRepeat(2), ScoreRule.minLength(0, 9),
            ScoreRule.forcedFirst(1),
            ScoreRule.forcedLast(1, 4)}) {
            rule.apply(new float[3], written);
        }
        assertThat(Arrays.equals(written, new int[]{1, 2, 1})).isTrue();
    }
}
