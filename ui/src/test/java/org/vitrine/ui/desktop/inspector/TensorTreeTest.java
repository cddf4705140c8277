package org.vitrine.ui.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.steps.Sessions;

class TensorTreeTest {
    @ParameterizedTest
    @ValueSource(strings = {"classroom-gpt2", "classroom-bert", "classroom-bart"})
    void everyTensorIsInTheTree(String model) {
        Trace trace = trace(model);
        assertThat(TensorTree.of(trace, "").size()).isEqualTo(trace.names().size());
    }

    @ParameterizedTest
    @CsvSource({"pattern, 9", "decoder pattern, 6", "3 CROSS, 0", "encoder.1.mlp.act, 1", "nothing, 0", "' ', 120"})
    void onlyNamesWithAllWordsAreFound(String filter, int found) {
        assertThat(TensorTree.of(trace("classroom-bart"), filter).size()).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = "classroom-gpt2")
    void branchesAreStackLayerPartAndSiteInOrderOfComputation(String model) {
        TensorTree root = TensorTree.of(trace(model), "");
        assertThat(root.branches()).extracting(TensorTree::label).containsExactly("decoder", "head");
        TensorTree decoder = root.branches().getFirst();
        assertThat(decoder.branches()).extracting(TensorTree::label).containsExactly("embed", "layer 0", "layer 1",
                "layer 2", "layer 3", "layer 4", "layer 5", "final");
        TensorTree attention = decoder.branches().get(4).branches().getFirst();
        assertThat(attention.branches()).extracting(TensorTree::label).containsExactly("norm", "q", "k", "v", "scores",
                "pattern", "heads", "out", "resid");
        TensorTree pattern = attention.branches().get(5);
        assertThat(pattern.name().orElseThrow()).hasToString("decoder.3.attn.pattern");
        assertThat(pattern.shape()).isEqualTo("[4, 3, 3]");
    }

    private static Trace trace(String model) {
        return Sessions.read(model, "the cat sat", "").exhibitProperty().get().trace();
    }
}
