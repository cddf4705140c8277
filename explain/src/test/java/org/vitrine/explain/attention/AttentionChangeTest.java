package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.tensor.Tensor;

class AttentionChangeTest {
    private static final AttentionToken CLS = new AttentionToken(0, 2, "[CLS]", 0, true);
    private static final AttentionToken A = new AttentionToken(1, 7, "a", 0, false);
    private static final AttentionToken B = new AttentionToken(2, 8, "b", 1, false);
    private static final List<AttentionToken> ALL = List.of(CLS, A, B);
    private static final AttentionMap BEFORE = map(0, .5f, .25f, .25f, 0, .375f, .625f, .125f, .75f, .125f, 1, 0, 0, 0,
            1, 0, 0, .5f, .5f);
    private static final AttentionMap AFTER = map(0, .25f, .75f, 0, 0, .375f, .625f, .125f, .75f, .125f, 0, 0, 1, 0, 1,
            0, .5f, 0, .5f);
    private static final AttentionChange CHANGE = AttentionChange.between(BEFORE, AFTER);

    @Test
    void aChangeIsWhatWasAdded() {
        assertThat(CHANGE.difference().data()).containsExactly(-.25f, .5f, -.25f, 0, 0, 0, 0, 0, 0, -1, 0, 1, 0, 0, 0,
                .5f, -.5f, 0);
        assertThat(CHANGE.largest()).isEqualTo(1);
        assertThat(AttentionChange.between(BEFORE, BEFORE).largest()).isZero();
    }

    @Test
    void aPartOfAChangeIsTheChangeOfThatPart() {
        AttentionChange first = CHANGE.narrowed(map -> map.only(List.of(0)));
        assertThat(first.largest()).isEqualTo(.5);
        assertThat(CHANGE.narrowed(AttentionMap::withoutSpecials).difference().data()).containsExactly(0, 0, 0, 0, 0, 0,
                -.5f, 0);
        assertThat(CHANGE.narrowed(AttentionMap::average).difference().data()).startsWith(-.625f, .25f, .375f);
        assertThat(AttentionChange.largest(List.of(first, CHANGE))).isEqualTo(1);
        assertThat(AttentionChange.largest(List.of())).isZero();
    }

    @Test
    void whatChangedMostComesFirstWhetherMoreOrLess() {
        assertThat(CHANGE.strongest(0, 0, 2, 0)).containsExactly(new AttentionLink(0, CLS, A, .5),
                new AttentionLink(0, CLS, CLS, -.25));
        assertThat(CHANGE.strongest(0, 1, 5, 0)).as("nothing changed").isEmpty();
        assertThat(CHANGE.strongest(1, 2, 5, .6)).isEmpty();
        assertThat(CHANGE.strongest(1, 2, 5, .5)).extracting(AttentionLink::weight).containsExactly(.5, -.5);
    }

    @Test
    void onlyMapsOfTheSameHeadsAndTokensCanBeCompared() {
        assertThatThrownBy(() -> AttentionChange.between(BEFORE, AFTER.only(List.of(0))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("same heads and tokens");
        assertThatThrownBy(() -> AttentionChange.between(BEFORE, map(1, AFTER.weights().data())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AttentionChange.between(BEFORE.average(), AFTER.only(List.of(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AttentionMap map(int layer, float... weights) {
        return new AttentionMap(AttentionKind.ENCODER, layer, List.of(0, 1), false, ALL, ALL,
                Tensor.of(weights, 2, 3, 3));
    }
}
