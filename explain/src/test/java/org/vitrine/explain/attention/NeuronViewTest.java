package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Site;

/** One causal head of three neurons over two tokens, and what heads write together. */
class NeuronViewTest {
    private static final AttentionToken START = new AttentionToken(0, 2, "</s>", 0, true);
    private static final AttentionToken WORD = new AttentionToken(1, 9, " word", 0, false);
    private static final List<AttentionToken> BOTH = List.of(START, WORD);
    private static final float HIDDEN = Float.NEGATIVE_INFINITY;
    private static final NeuronView VIEW = new NeuronView(AttentionKind.DECODER, 1, 3, BOTH, BOTH,
            Tensor.of(new float[]{1, 2, 3, -1, 4, 2}, 2, 3), Tensor.of(new float[]{5, 1, 0, 4, -2, 2}, 2, 3),
            Tensor.of(new float[]{1, 0, 0, 1, 1, 0}, 2, 3), Tensor.of(new float[]{7, HIDDEN, -1, -8}, 2, 2),
            Tensor.of(new float[]{1, 0, .75f, .25f}, 2, 2), Tensor.of(new float[]{1, 0, 0, 1, .25f, 0}, 2, 3),
            Tensor.of(new float[]{6, 7, 8, 9}, 2, 2));

    @Test
    void aQueryTimesEachKeyIsNeitherSummedNorScaled() {
        assertThat(VIEW.product(1).shape()).hasToString("[2, 3]");
        assertThat(VIEW.product(1).data()).containsExactly(-5, 4, 0, -4, -8, 4);
        assertThat(VIEW.dot(1, 0)).isEqualTo(-1);
        assertThat(VIEW.dot(1, 1)).isEqualTo(-8);
        assertThat(VIEW.dot(0, 1)).as("hidden keys have a product too").isEqualTo(6);
    }

    @Test
    void theTermsThatWeighMostComeFirstWhetherTheyAddOrTakeAway() {
        assertThat(VIEW.terms(1, 1)).containsExactly(new NeuronTerm(1, 4, -2, -8), new NeuronTerm(0, -1, 4, -4),
                new NeuronTerm(2, 2, 2, 4));
    }

    @Test
    void whatIsMaskedIsNotVisible() {
        assertThat(VIEW.visible(0, 1)).isFalse();
        assertThat(VIEW.visible(1, 0)).isTrue();
        assertThat(VIEW.strongest(0, 5, 0)).containsExactly(new AttentionLink(3, START, START, 1));
        assertThat(VIEW.strongest(1, 5, 0)).extracting(AttentionLink::key).containsExactly(START, WORD);
        assertThat(VIEW.strongest(1, 5, .5)).extracting(AttentionLink::weight).containsExactly(.75);
    }

    @Test
    void whatIsLeftOutIsLeftOutEverywhereAndTheRestIsTheModels() {
        NeuronView words = VIEW.withoutSpecials();
        assertThat(words.queries()).containsExactly(WORD);
        assertThat(words.q().data()).containsExactly(-1, 4, 2);
        assertThat(words.k().data()).containsExactly(4, -2, 2);
        assertThat(words.v().data()).containsExactly(1, 1, 0);
        assertThat(words.scores().data()).containsExactly(-8);
        assertThat(words.weights().data()).containsExactly(.25f);
        assertThat(words.result().data()).as("of all keys").containsExactly(1, .25f, 0);
        assertThat(words.written().data()).containsExactly(8, 9);
        assertThat(VIEW.filtered(SentenceFilter.B_TO_A).queries()).isEmpty();
    }

    @Test
    void placesOutsideTheViewAndTensorsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> VIEW.strongest(2, 1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> VIEW.product(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> VIEW.dot(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new NeuronView(AttentionKind.DECODER, 0, 0, BOTH, List.of(WORD), VIEW.q(), VIEW.k(),
                VIEW.v(), VIEW.scores(), VIEW.weights(), VIEW.result(), VIEW.written()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("k has shape [2, 3]");
    }

    @Test
    void theHeadsOfGpt2WriteTogetherWhatTheGoldenTraceHas() {
        assertHeadsWriteOut(Pass.gpt2("single"), AttentionKind.DECODER);
    }

    @Test
    void theHeadsOfBertWriteTogetherWhatTheGoldenTraceHas() {
        assertHeadsWriteOut(Pass.bert("pair"), AttentionKind.ENCODER);
    }

    @ParameterizedTest
    @EnumSource
    void theHeadsOfBartWriteTogetherWhatTheGoldenTraceHas(AttentionKind kind) {
        assertHeadsWriteOut(Pass.bart("single"), kind);
    }

    /** Σ over the heads of what each writes, and the bias once. */
    private static void assertHeadsWriteOut(Pass pass, AttentionKind kind) {
        for (int layer = 0; layer < pass.reader().layers(kind); layer++) {
            String out = kind.name(layer, Site.OUT).toString();
            float[] bias = pass.projections().of(kind, layer).bias().data();
            float[] sum = new float[pass.golden(out).length];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = bias[i % bias.length];
            }
            for (int head = 0; head < pass.reader().heads(kind); head++) {
                float[] written = pass.neurons(kind, layer, head).written().data();
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += written[i];
                }
            }
            Numbers.assertClose(sum, pass.golden(out), out);
        }
    }

    @Test
    void aWriterSaysWhatDoesNotFit() {
        HeadWriter writer = Pass.gpt2("single").writer(AttentionKind.DECODER, 0);
        assertThatThrownBy(() -> writer.written(0, 5, Tensor.of(new float[12], 1, 12)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("head 0 of 5, each 12 wide, does not fit a projection of 48 inputs");
        assertThatThrownBy(() -> writer.written(4, 4, Tensor.of(new float[12], 1, 12)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new HeadWriter(new ScalarOps(), writer.projection()).written(3, 4, Tensor.of(new float[24], 2, 12))
                .data()).as("nothing brought back, nothing written").containsOnly(0);
    }
}
