package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.tensor.Tensor;

class CopyHabitTest {
    private static List<AttentionToken> tokens(int special, int... ids) {
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new AttentionToken(i, ids[i], "t" + ids[i], 0, ids[i] == special)).toList();
    }

    @Test
    void inductionLooksAtWhatFollowedTheLastTimeOnceTwoTokensHaveComeAgain() {
        List<AttentionToken> text = tokens(-1, 7, 8, 9, 7, 8, 9);
        float[] weights = new float[36];
        weights[4 * 6 + 2] = 0.5f; // 8 came before at 1, after 7: 9 followed
        weights[4 * 6 + 0] = 0.1f;
        weights[5 * 6 + 3] = 0.25f; // 9 came before at 2, after 8: 7 followed
        weights[5 * 6 + 5] = 0.75f;
        weights[3 * 6 + 1] = 1; // 7 comes again, but nothing before it: it does not count
        CopyHabit habit = CopyHabit.induction(new AttentionMap(AttentionKind.DECODER, 0, List.of(0), false, text, text,
                Tensor.of(weights, 1, 6, 6)), 0);
        assertThat(habit.tokens()).isEqualTo(2);
        assertThat(habit.share()).isCloseTo(0.375, within(1e-7));
        assertThat(habit.first()).isEqualTo(1);
    }

    @Test
    void withoutRepetitionThereIsNoInduction() {
        List<AttentionToken> text = tokens(-1, 1, 2, 3);
        CopyHabit habit = CopyHabit.induction(new AttentionMap(AttentionKind.DECODER, 0, List.of(0), false, text, text,
                Tensor.of(new float[9], 1, 3, 3)), 0);
        assertThat(habit).isEqualTo(new CopyHabit(0, 0, 0));
    }

    @Test
    void acrossTheWordCountsThatTheDecoderWritesNext() {
        List<AttentionToken> written = tokens(2, 2, 0, 5, 6, 2);
        List<AttentionToken> read = tokens(2, 6, 5, 2);
        float[] weights = new float[15];
        weights[2 * 3 + 0] = 0.75f; // at 5 it writes 6, which stands at 0
        weights[3 * 3 + 2] = 1; // at 6 it writes the end, which is no word
        weights[1 * 3 + 1] = 1; // the first word is not announced
        CopyHabit habit = CopyHabit.across(new AttentionMap(AttentionKind.CROSS, 0, List.of(0), false, written, read,
                Tensor.of(weights, 1, 5, 3)), 0);
        assertThat(habit).isEqualTo(new CopyHabit(0.75, 1, 1));
    }
}
