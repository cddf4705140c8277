package org.vitrine.transformer.bert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

class BertTraceNamesTest {
    private static final List<String> EMBED = List.of("tokens", "segments", "positions", "sum", "resid");
    private static final List<String> LAYER = List.of("attn.q", "attn.k", "attn.v", "attn.scores", "attn.pattern",
            "attn.heads", "attn.out", "attn.sum", "attn.resid", "mlp.pre", "mlp.act", "mlp.out", "mlp.sum",
            "mlp.resid");

    @ParameterizedTest
    @CsvSource({"bert-tiny,'head.pre head.act head.norm head.logits head.pooled head.nsp'",
        "bert-tiny-mlm-nopooler,'head.pre head.act head.norm head.logits'", "bert-tiny-noprefix,head.pooled"})
    void aBertNamesItsIntermediatesInTheOrderOfComputationAndOnlyTheHeadsItHas(String model, String heads) {
        List<String> expected = new ArrayList<>();
        EMBED.forEach(name -> expected.add("encoder.embed." + name));
        for (int layer = 0; layer < 3; layer++) {
            for (String name : LAYER) {
                expected.add("encoder." + layer + "." + name);
            }
        }
        expected.addAll(List.of(heads.split(" ")));
        assertThat(trace(model).names()).map(TensorName::toString).containsExactlyElementsOf(expected);
        assertThat(EMBED.size() + 12 * LAYER.size() + 4).as("at twelve layers, with the masked-word head")
                .isEqualTo(177);
    }

    @Test
    void everyTensorKnowsItsNameAndHasAsManyAxesAsTheNameSays() {
        Trace trace = trace("bert-tiny");
        for (TensorName name : trace.names()) {
            Tensor tensor = trace.get(name);
            assertThat(tensor.name()).isEqualTo(name.toString());
            assertThat(tensor.axes()).as(tensor.name()).isEqualTo(name.axes()).hasSize(tensor.shape().rank());
        }
        assertThat(trace.get("head.act").axes()).as("as wide as the stream").containsExactly("T", "d");
        assertThat(trace.get("encoder.0.mlp.act").axes()).containsExactly("T", "f");
    }

    private static Trace trace(String model) {
        Recording recording = Recording.everything();
        Fixtures.bert(model, new ScalarOps()).forward(new int[]{2, 93}, new int[]{0, 1}, recording);
        return recording.trace();
    }
}
