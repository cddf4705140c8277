package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.tensor.Tensor;

class HeadSummaryTest {
    private static final AttentionToken CLS = new AttentionToken(0, 2, "[CLS]", 0, true);
    private static final AttentionToken A = new AttentionToken(1, 7, "a", 0, false);
    private static final AttentionToken B = new AttentionToken(2, 8, "b", 0, false);
    private static final AttentionToken SEP = new AttentionToken(3, 3, "[SEP]", 0, true);
    private static final List<AttentionToken> FOUR = List.of(CLS, A, B, SEP);
    private static final Tensor WEIGHTS = Tensor.of(new float[]{1, 0, 0, 0, .5f, .25f, .125f, .125f, .25f, .25f, .25f,
        .25f, 0, 0, 0, 1}, 1, 4, 4);

    private static HeadSummary summary(AttentionKind kind, List<AttentionToken> tokens, Tensor weights) {
        return HeadSummary.of(new AttentionMap(kind, 2, List.of(6), false, tokens, tokens, weights), 0);
    }

    @Test
    void inAnEncoderOnlyWordsLookAndOnlyWordsAreNeighbours() {
        HeadSummary summary = summary(AttentionKind.ENCODER, FOUR, WEIGHTS);
        assertThat(summary.layer()).isEqualTo(2);
        assertThat(summary.head()).isEqualTo(6);
        assertThat(summary.previous()).as("b to a").isEqualTo(.25);
        assertThat(summary.next()).as("a to b").isEqualTo(.125);
        assertThat(summary.same()).isEqualTo(.25);
        assertThat(summary.special()).as("½ + ⅛ and ¼ + ¼").isEqualTo(.5625);
        assertThat(summary.first()).isEqualTo(.375);
        assertThat(summary.entropy()).as("1.75 and 2 bits").isCloseTo(1.875, within(1e-12));
    }

    @Test
    void inADecoderAllTokensLookButTheFirstWhichHasNoChoice() {
        Tensor causal = Tensor.of(new float[]{1, 0, 0, .75f, .25f, 0, .5f, .5f, 0}, 1, 3, 3);
        HeadSummary summary = summary(AttentionKind.DECODER, List.of(CLS, A, B), causal);
        assertThat(summary.previous()).isEqualTo(.625);
        assertThat(summary.same()).isEqualTo(.125);
        assertThat(summary.next()).isZero();
        assertThat(summary.special()).isEqualTo(.625);
        assertThat(summary.first()).isEqualTo(.625);
    }

    @Test
    void inCrossAttentionThereAreNoNeighbours() {
        HeadSummary summary = summary(AttentionKind.CROSS, FOUR, WEIGHTS);
        assertThat(List.of(summary.previous(), summary.same(), summary.next())).containsOnly(0.0);
        assertThat(summary.special()).isEqualTo((1 + .625 + .5 + 1) / 4);
        assertThat(summary.first()).isEqualTo((1 + .5 + .25) / 4);
    }

    @Test
    void whereNoTokenCountsEverythingIsZero() {
        HeadSummary nothing = new HeadSummary(2, 6, 0, 0, 0, 0, 0, 0);
        Tensor one = Tensor.of(new float[]{1}, 1, 1, 1);
        assertThat(summary(AttentionKind.ENCODER, List.of(CLS), one)).isEqualTo(nothing);
        assertThat(summary(AttentionKind.DECODER, List.of(A), one)).isEqualTo(nothing);
    }

    @Test
    void everyHeadOfEveryLayerHasASummary() {
        AttentionReader reader = Pass.bart("single").reader();
        List<HeadSummary> summaries = reader.summaries(AttentionKind.CROSS);
        assertThat(summaries).hasSize(8);
        assertThat(summaries.get(5)).isEqualTo(reader.summary(AttentionKind.CROSS, 1, 1));
        assertThat(summaries)
                .allSatisfy(summary -> assertThat(summary.entropy()).isBetween(0.0, Math.log(9) / Math.log(2)));
    }
}
