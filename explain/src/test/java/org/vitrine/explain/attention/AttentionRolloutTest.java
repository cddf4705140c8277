package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Site;

class AttentionRolloutTest {
    private static final AttentionToken START = new AttentionToken(0, 2, "<s>", 0, true);
    private static final AttentionToken WORD = new AttentionToken(1, 9, " word", 0, false);
    private static final List<AttentionToken> BOTH = List.of(START, WORD);

    /** Layer 0: heads [[1,0],[0,1]] and [[0,1],[0,1]]; layer 1: one look back. */
    private static final AttentionRollout ROLLOUT = AttentionRollout.of(AttentionKind.ENCODER, BOTH,
            List.of(Tensor.of(new float[]{1, 0, 0, 1, 0, 1, 0, 1}, 2, 2, 2),
                    Tensor.of(new float[]{1, 0, 1, 0, 1, 0, 1, 0}, 2, 2, 2)));

    @Test
    void twoTokensAndTwoLayersComeOutAsByHand() {
        // A0 = ½[[½,½],[0,1]] + ½I = [[¾,¼],[0,1]]; A1 = [[1,0],[½,½]]; A1·A0 = [[¾,¼],[⅜,⅝]]
        assertThat(ROLLOUT.layers().get(0).data()).containsExactly(.75f, .25f, 0, 1);
        assertThat(ROLLOUT.layers().get(1).data()).containsExactly(.75f, .25f, .375f, .625f);
        assertThat(ROLLOUT.weight(1, 1, 0)).isEqualTo(.375f);
    }

    @Test
    void whatStandsMostAtATokenComesFirst() {
        assertThat(ROLLOUT.strongest(1, 1, 9)).containsExactly(new AttentionLink(-1, WORD, WORD, .625),
                new AttentionLink(-1, WORD, START, .375));
        assertThat(ROLLOUT.strongest(0, 1, 9)).hasSize(1);
        assertThat(ROLLOUT.strongest(1, 0, 1)).extracting(AttentionLink::key).containsExactly(START);
        assertThatThrownBy(() -> ROLLOUT.strongest(0, 2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ROLLOUT.weight(2, 0, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theTemplatesTokensAreLeftOutWithWhatTheyHold() {
        AttentionRollout words = ROLLOUT.withoutSpecials();
        assertThat(words.tokens()).containsExactly(WORD);
        assertThat(words.layers().get(1).data()).containsExactly(.625f);
    }

    @Test
    void rowsThatDoNotSumToOneAreBroughtToOne() {
        AttentionRollout uneven = AttentionRollout.of(AttentionKind.ENCODER, BOTH,
                List.of(Tensor.of(new float[]{1, 2, 0, 1}, 1, 2, 2)));
        assertThat(uneven.layers().getFirst().data()).containsExactly(.5f, .5f, 0, 1);
    }

    @Test
    void everyRowSumsToOneAndWhatIsCausalStaysCausal() {
        for (Pass pass : List.of(Pass.gpt2("single"), Pass.bart("single"))) {
            AttentionRollout rollout = pass.reader().rollout(AttentionKind.DECODER);
            assertThat(rollout.layers()).hasSize(pass.reader().layers(AttentionKind.DECODER));
            for (Tensor layer : rollout.layers()) {
                for (int at = 0; at < layer.dim(0); at++) {
                    double sum = 0;
                    for (int from = 0; from < layer.dim(1); from++) {
                        sum += layer.at(at, from);
                        assertThat(layer.at(at, from) > 0).as("%s from %s", at, from).isEqualTo(from <= at);
                    }
                    assertThat(sum).isCloseTo(1, within(1e-6));
                }
            }
        }
    }

    /** Sends one token at a time through the layers, as a column of float64. */
    @Test
    void theProductOfTheLayersIsWhatEachTokenAloneWouldBecome() {
        Pass pass = Pass.bert("pair");
        AttentionRollout rollout = pass.reader().rollout(AttentionKind.ENCODER);
        int n = rollout.tokens().size();
        for (int from = 0; from < n; from++) {
            double[] amount = new double[n];
            amount[from] = 1;
            for (int layer = 0; layer < rollout.layers().size(); layer++) {
                float[] pattern = pass.golden(AttentionKind.ENCODER.name(layer, Site.PATTERN).toString());
                amount = moved(amount, pattern, pattern.length / n / n);
                for (int at = 0; at < n; at++) {
                    assertThat((double) rollout.weight(layer, at, from)).isCloseTo(amount[at], within(1e-5));
                }
            }
        }
    }

    private static double[] moved(double[] amount, float[] pattern, int heads) {
        int n = amount.length;
        double[] next = new double[n];
        for (int at = 0; at < n; at++) {
            double brought = 0;
            for (int head = 0; head < heads; head++) {
                for (int key = 0; key < n; key++) {
                    brought += pattern[(head * n + at) * n + key] * amount[key];
                }
            }
            next[at] = 0.5 * brought / heads + 0.5 * amount[at];
        }
        return next;
    }

    @Test
    void acrossStacksNothingRollsAndLayersAreSquare() {
        AttentionReader reader = Pass.bart("single").reader();
        assertThatThrownBy(() -> reader.rollout(AttentionKind.CROSS)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("within a stack");
        assertThatThrownBy(() -> new AttentionRollout(AttentionKind.CROSS, BOTH, ROLLOUT.layers()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AttentionRollout(AttentionKind.ENCODER, List.of(WORD), ROLLOUT.layers()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("expected [1, 1]");
    }
}
