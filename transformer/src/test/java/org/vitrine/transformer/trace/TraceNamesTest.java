package org.vitrine.transformer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;

class TraceNamesTest {
    private static final List<String> LAYER = List.of("attn.norm", "attn.q", "attn.k", "attn.v", "attn.scores",
            "attn.pattern", "attn.heads", "attn.out", "attn.resid", "mlp.norm", "mlp.pre", "mlp.act", "mlp.out",
            "mlp.resid");

    @Test
    void aGpt2NamesItsIntermediatesInTheOrderOfComputation() {
        List<String> expected = new ArrayList<>(
                List.of("decoder.embed.tokens", "decoder.embed.positions", "decoder.embed.resid"));
        for (int layer = 0; layer < 3; layer++) {
            for (String name : LAYER) {
                expected.add("decoder." + layer + "." + name);
            }
        }
        expected.addAll(List.of("decoder.final.norm", "head.logits"));
        assertThat(trace().names()).map(TensorName::toString).containsExactlyElementsOf(expected);
        assertThat(3 + 12 * LAYER.size() + 2).as("at twelve layers").isEqualTo(173);
    }

    @Test
    void everyTensorKnowsItsNameAndItsAxes() {
        Trace trace = trace();
        for (TensorName name : trace.names()) {
            Tensor tensor = trace.get(name);
            assertThat(tensor.name()).isEqualTo(name.toString());
            assertThat(tensor.axes()).as(tensor.name()).isEqualTo(name.site().axes()).hasSize(tensor.shape().rank());
            assertThat(TensorName.parse(tensor.name())).isEqualTo(name);
        }
        assertThat(trace.get("decoder.0.attn.q").toString())
                .matches("decoder\\.0\\.attn\\.q \\[H=4, T=2, e=12] min \\S+ max \\S+ mean \\S+ \\(.* … \\S+\\)");
    }

    @Test
    void aRecordingKeepsOnlyWhatItWasToldTo() {
        Recording patterns = Recording.only(name -> name.site() == Site.PATTERN);
        model().forward(new int[]{1, 2}, patterns);
        assertThat(patterns.trace().names()).map(TensorName::toString).containsExactly("decoder.0.attn.pattern",
                "decoder.1.attn.pattern", "decoder.2.attn.pattern");
        assertThatThrownBy(() -> patterns.trace().get("head.logits")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("head.logits was not recorded; this trace holds 3 tensors, from decoder.0.attn.pattern to "
                        + "decoder.2.attn.pattern");
    }

    @Test
    void aRecordingIsForOnePass() {
        Recording recording = Recording.everything();
        model().forward(new int[]{1, 2}, recording);
        assertThatThrownBy(() -> model().forward(new int[]{1}, recording)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("decoder.embed.tokens was recorded twice");
    }

    @Test
    void aTraceDoesNotGrowAfterItWasTaken() {
        Recording recording = Recording.everything();
        Trace early = recording.trace();
        model().forward(new int[]{1}, recording);
        assertThat(early.names()).isEmpty();
        assertThat(early.toString()).isEqualTo("Trace of 0 tensors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "decoder", "decoder.attn.q", "decoder.0.embed.tokens", "decoder.x.attn.q",
        "head.attn.q",
        "decoder.0.attn.q.k", "decoder.-1.attn.q", "Decoder.0.attn.q", "decoder.0.attn.quux", "decoder.logits"})
    void aTextThatNamesNothingIsRefusedWithExamples(String text) {
        assertThatThrownBy(() -> TensorName.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is no name of a tensor")
                .hasMessageContaining("decoder.0.attn.pattern");
    }

    private static Gpt2 model() {
        return Fixtures.gpt2("gpt2-tiny", new ScalarOps());
    }

    private static Trace trace() {
        Recording recording = Recording.everything();
        model().forward(new int[]{1, 2}, recording);
        return recording.trace();
    }
}
