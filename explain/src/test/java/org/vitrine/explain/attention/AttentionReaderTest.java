package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Trace;

/** What a reader finds in a trace, and what it says when something is missing or wrong. */
class AttentionReaderTest {
    private static final AttentionKind DECODER = AttentionKind.DECODER;
    private static final AttentionTokens TWO = new AttentionTokens(List.of(),
            Pass.tokens(new int[]{7, 8}, new int[2], Set.of()));

    private static AttentionReader reader(int layer, Site site, Tensor tensor) {
        return new AttentionReader(Pass.trace(recording -> recording.keep(DECODER.name(layer, site), tensor)), TWO);
    }

    @Test
    void onlyWhatWasRecordedIsThere() {
        assertThat(Pass.gpt2("single").reader().kinds()).containsExactly(DECODER);
        assertThat(Pass.bert("single").reader().kinds()).containsExactly(AttentionKind.ENCODER);
        Trace empty = Recording.everything().trace();
        AttentionReader nothing = new AttentionReader(empty, TWO);
        assertThat(nothing.kinds()).isEmpty();
        assertThat(nothing.layers(DECODER)).isZero();
        assertThat(nothing.maps(DECODER)).isEmpty();
        assertThatThrownBy(() -> nothing.heads(DECODER)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("decoder.0.attn.pattern was not recorded");
    }

    @Test
    void aTraceOfOneLayerIsReadAtThatLayer() {
        AttentionReader reader = reader(2, Site.PATTERN, Tensor.of(new float[]{1, 0, .5f, .5f}, 1, 2, 2));
        assertThat(reader.layers(DECODER)).isEqualTo(3);
        assertThat(reader.heads(DECODER)).isOne();
        assertThat(reader.maps(DECODER)).extracting(AttentionMap::layer).containsExactly(2);
        assertThatThrownBy(() -> reader.map(DECODER, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("decoder.0.attn.pattern was not recorded");
        assertThatThrownBy(() -> reader.rollout(DECODER)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHeadThatIsNotThereIsRefused() {
        Pass pass = Pass.gpt2("single");
        assertThatThrownBy(() -> pass.neurons(DECODER, 0, 4)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no head 4; the heads are 0 to 3");
        assertThatThrownBy(() -> pass.reader().summary(DECODER, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tokensOfAnotherPassAreRefused() {
        AttentionReader reader = reader(0, Site.PATTERN, Tensor.of(new float[]{1, 0, 0}, 1, 1, 3));
        assertThatThrownBy(() -> reader.map(DECODER, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("decoder.0.attn.pattern is [1, 1, 3], which does not fit 2 tokens");
    }

    @Test
    void aNumberThatIsNoneIsReportedWithItsTensor() {
        AttentionReader reader = reader(1, Site.PATTERN, Tensor.of(new float[]{1, 0, Float.NaN, 0}, 1, 2, 2));
        assertThatThrownBy(() -> reader.maps(DECODER)).isInstanceOf(ModelException.class)
                .hasMessageStartingWith("decoder.1.attn.pattern holds NaN, which is no number");
    }

    @Test
    void theNeuronViewHoldsWhatTheTraceHolds() {
        Pass pass = Pass.bart("single");
        NeuronView view = pass.neurons(AttentionKind.CROSS, 1, 3);
        Trace trace = pass.reader().trace();
        assertThat(view.queries()).hasSize(7);
        assertThat(view.keys()).hasSize(9);
        assertThat(view.v().data()).isEqualTo(trace.get("decoder.1.cross.v").slice(3).data());
        assertThat(view.scores().data()).isEqualTo(trace.get("decoder.1.cross.scores").slice(3).data());
        assertThat(view.result().data()).isEqualTo(trace.get("decoder.1.cross.heads").slice(3).data());
        assertThat(view.written().shape()).hasToString("[7, 48]");
    }
}
