package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.tensor.Tensor;

/** Two heads over [CLS] a | b: the last token is the second text. */
class AttentionMapTest {
    private static final AttentionToken CLS = new AttentionToken(0, 2, "[CLS]", 0, true);
    private static final AttentionToken A = new AttentionToken(1, 7, "a", 0, false);
    private static final AttentionToken B = new AttentionToken(2, 8, "b", 1, false);
    private static final List<AttentionToken> ALL = List.of(CLS, A, B);
    private static final Tensor WEIGHTS = Tensor.of(
            new float[]{.5f, .25f, .25f, 0, .375f, .625f, .125f, .75f, .125f, 1, 0, 0, 0, 1, 0, 0, .5f, .5f}, 2, 3, 3);
    private static final AttentionMap MAP = new AttentionMap(AttentionKind.ENCODER, 4, List.of(0, 5), false, ALL, ALL,
            WEIGHTS);

    @Test
    void aHeadIsCalledByItsNumberAndFoundByItsRow() {
        assertThat(MAP.rows()).isEqualTo(2);
        assertThat(MAP.head(1)).isEqualTo(5);
        assertThat(MAP.weight(1, 2, 1)).isEqualTo(.5f);
        assertThatThrownBy(() -> MAP.head(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void headsAreChosenInTheOrderAskedFor() {
        AttentionMap turned = MAP.only(List.of(5, 0));
        assertThat(turned.heads()).containsExactly(5, 0);
        assertThat(turned.weights().slice(0).data()).containsExactly(WEIGHTS.slice(1).data());
        assertThat(turned.weights().slice(1).data()).containsExactly(WEIGHTS.slice(0).data());
        assertThat(turned.only(List.of(0)).weights().data()).containsExactly(WEIGHTS.slice(0).data());
    }

    @Test
    void onlyHeadsThatAreShownCanBeChosenAndEachOnce() {
        assertThatThrownBy(() -> MAP.only(List.of(1))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the heads are [0, 5], each to be chosen once, not [1]");
        assertThatThrownBy(() -> MAP.only(List.of(0, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MAP.only(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MAP.average().only(List.of(0))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("choose the heads first");
    }

    @Test
    void theAverageIsTheMeanOfTheHeadsShown() {
        AttentionMap average = MAP.average();
        assertThat(average.averaged()).isTrue();
        assertThat(average.rows()).isOne();
        assertThat(average.head(0)).isEqualTo(-1);
        assertThat(average.heads()).containsExactly(0, 5);
        assertThat(average.weights().data()).containsExactly(.75f, .125f, .125f, 0, .6875f, .3125f, .0625f, .625f,
                .3125f);
        assertThat(average.average()).isSameAs(average);
        assertThat(MAP.only(List.of(5)).average().weights().data()).containsExactly(WEIGHTS.slice(1).data());
        assertThatThrownBy(() -> average.head(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whatIsGivenOnAverageIsAllUntilKeysAreLeftOut() {
        assertThat(MAP.given(0)).isEqualTo(1);
        assertThat(MAP.filtered(SentenceFilter.A_TO_B).given(0)).isEqualTo((.25 + .625) / 2);
        assertThat(MAP.filtered(SentenceFilter.A_TO_B).given(1)).isZero();
    }

    @Test
    void aFilterLeavesTokensOutAndWeightsAsTheyAre() {
        AttentionMap across = MAP.filtered(SentenceFilter.A_TO_B);
        assertThat(across.queries()).containsExactly(CLS, A);
        assertThat(across.keys()).containsExactly(B);
        assertThat(across.weights().data()).containsExactly(.25f, .625f, 0, 0);
        assertThat(MAP.filtered(SentenceFilter.B_TO_A).weights().data()).containsExactly(.125f, .75f, 0, .5f);
        assertThat(MAP.filtered(SentenceFilter.ALL).weights().data()).containsExactly(WEIGHTS.data());
    }

    @Test
    void aFilterForATextThatIsNotThereLeavesNothing() {
        AttentionMap one = MAP.filtered(SentenceFilter.A_TO_A);
        assertThat(one.filtered(SentenceFilter.B_TO_B).links(0)).isEmpty();
        assertThat(one.filtered(SentenceFilter.B_TO_B).average().rows()).isOne();
    }

    @Test
    void theTemplatesTokensNeitherLookNorAreLookedAt() {
        AttentionMap words = MAP.withoutSpecials();
        assertThat(words.queries()).containsExactly(A, B);
        assertThat(words.keys()).containsExactly(A, B);
        assertThat(words.weights().data()).containsExactly(.375f, .625f, .75f, .125f, 1, 0, .5f, .5f);
        assertThat(words.filtered(SentenceFilter.A_TO_B).average().weights().data()).containsExactly(.3125f);
    }

    @Test
    void theStrongestLinksComeFirstAndEqualOnesInTheOrderOfTheText() {
        assertThat(MAP.strongest(0, 0, 9, 0)).containsExactly(new AttentionLink(0, CLS, CLS, .5),
                new AttentionLink(0, CLS, A, .25), new AttentionLink(0, CLS, B, .25));
        assertThat(MAP.strongest(0, 0, 2, 0)).extracting(AttentionLink::key).containsExactly(CLS, A);
        assertThat(MAP.strongest(0, 2, 1, 0)).containsExactly(new AttentionLink(0, B, A, .75));
        assertThat(MAP.strongest(0, 2, 0, 0)).isEmpty();
    }

    @Test
    void aLinkAtTheThresholdIsShownAndOneWithoutWeightNever() {
        assertThat(MAP.strongest(0, 0, 9, .25)).hasSize(3);
        assertThat(MAP.strongest(0, 0, 9, .26)).hasSize(1);
        assertThat(MAP.strongest(0, 1, 9, 0)).extracting(AttentionLink::key).containsExactly(B, A);
        assertThat(MAP.links(0)).hasSize(12).allSatisfy(link -> assertThat(link.weight()).isPositive());
        assertThat(MAP.links(.75)).containsExactly(new AttentionLink(0, B, A, .75), new AttentionLink(5, CLS, CLS, 1),
                new AttentionLink(5, A, A, 1));
        assertThat(MAP.average().links(.6)).extracting(AttentionLink::head).containsExactly(-1, -1, -1);
    }

    @Test
    void whatIsAskedForMustMakeSense() {
        assertThatThrownBy(() -> MAP.links(1.5)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 1, not 1.5");
        assertThatThrownBy(() -> MAP.links(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MAP.strongest(0, 0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MAP.strongest(0, 3, 1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MAP.strongest(2, 0, 1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> MAP.weight(0, 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new AttentionMap(AttentionKind.ENCODER, 0, List.of(0), false, ALL, ALL, WEIGHTS))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("expected [1, 3, 3]");
    }
}
