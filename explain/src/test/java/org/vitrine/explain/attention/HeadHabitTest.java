package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeadHabitTest {
    private static final HeadSummary HEAD = new HeadSummary(1, 2, 0.3, 0.1, 0.2, 0.25, 0.35, 1.5);

    private static List<AttentionToken> tokens(boolean special, int from) {
        return List.of(new AttentionToken(from, 5, "a", 0, special), new AttentionToken(from + 1, 6, "b", 0, false));
    }

    @Test
    void theStrongestHabitIsChosenAmongThoseThatAreWanted() {
        assertThat(HeadHabit.strongest(HEAD, EnumSet.allOf(HeadHabit.class))).isEqualTo(HeadHabit.FIRST);
        assertThat(HeadHabit.strongest(HEAD, EnumSet.of(HeadHabit.NEXT, HeadHabit.SPECIAL)))
                .isEqualTo(HeadHabit.SPECIAL);
        assertThatThrownBy(() -> HeadHabit.strongest(HEAD, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachHabitHasItsShare() {
        assertThat(EnumSet.allOf(HeadHabit.class)).extracting(habit -> habit.share(HEAD)).containsExactly(0.3, 0.1,
                0.2, 0.25, 0.35);
    }

    @Test
    void onlyPlacesThatThereAreCanBeHabits() {
        assertThat(HeadHabit.among(AttentionKind.ENCODER, tokens(true, 0))).containsExactly(HeadHabit.values());
        assertThat(HeadHabit.among(AttentionKind.DECODER, tokens(false, 0))).containsExactly(HeadHabit.PREVIOUS,
                HeadHabit.SAME, HeadHabit.FIRST);
        assertThat(HeadHabit.among(AttentionKind.CROSS, tokens(true, 0))).containsExactly(HeadHabit.SPECIAL,
                HeadHabit.FIRST);
        assertThat(HeadHabit.among(AttentionKind.CROSS, tokens(false, 1))).isEmpty();
    }
}
