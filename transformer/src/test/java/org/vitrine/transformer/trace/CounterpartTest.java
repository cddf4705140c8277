package org.vitrine.transformer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bart.BartWeights;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.bert.BertWeights;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.gpt2.Gpt2Weights;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.trace.Counterpart.Border;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;

class CounterpartTest {
    /** Tables that several places share, and a bias that stands beside its module: not stored under the module's name. */
    private static final Map<String, String> STORED_ELSEWHERE = Map.of("transformer.wte head.logits", "lm_head",
            "bert.embeddings.word_embeddings head.logits", "cls.predictions.decoder", "cls.predictions head.logits",
            "cls.predictions.decoder", "model.shared encoder.embed.tokens", "model.encoder.embed_tokens",
            "model.shared decoder.embed.tokens", "model.decoder.embed_tokens", "model.shared head.logits", "lm_head",
            "final_logits_bias head.logits", "lm_head");

    @ParameterizedTest
    @EnumSource
    void everyIntermediateOfAClassroomModelHasARowAndNoRowIsForAnother(Architecture architecture) {
        List<TensorName> made = recorded(architecture);
        assertThat(made).hasSizeGreaterThan(60).allSatisfy(name -> Counterpart.of(architecture, name));
        assertThat(made).filteredOn(name -> name.layer() <= 0).as("in the order of computation")
                .containsExactlyElementsOf(Counterpart.names(architecture));
    }

    @ParameterizedTest
    @EnumSource
    void aModuleThatHoldsWeightsIsTheOneWhoseTensorsMakeTheIntermediate(Architecture architecture) {
        Inventory inventory = inventory(architecture);
        assertThat(inventory.used()).hasSizeGreaterThan(30);
        inventory.used().forEach((tensor, places) -> places.forEach(place -> {
            String module = tensor.replaceFirst("\\.(weight|bias)$", "");
            Counterpart other = Counterpart.of(architecture, TensorName.parse(place));
            assertThat(other.border()).as(place).isEqualTo(Border.OUTPUT);
            String expected = STORED_ELSEWHERE.getOrDefault(module + " " + place, module);
            assertThat(expected).as("%s, which makes %s", tensor, place)
                    .matches(Predicate.<String>isEqual(other.module()).or((other.module() + ".dense")::equals));
        }));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    GPT2 | decoder.3.mlp.pre     | transformer.h.3.mlp.c_fc output                   | blocks.3.mlp.hook_pre
                    GPT2 | decoder.embed.resid   | transformer.h.0 input, hidden_states[0]           | blocks.0.hook_resid_pre
                    GPT2 | decoder.2.attn.k      | transformer.h.2.attn.c_attn output, its second third, split into heads \
                    | blocks.2.attn.hook_k
                    BERT | encoder.11.mlp.sum    | bert.encoder.layer.11.output.LayerNorm input      | blocks.11.hook_resid_post
                    BART | decoder.0.cross.heads | model.decoder.layers.0.encoder_attn.out_proj input, the heads side by side \
                    | decoder_blocks.0.cross_attn.hook_z
                    BART | encoder.1.attn.sum    | model.encoder.layers.1.self_attn_layer_norm input | encoder_blocks.1.ln1.hook_in
                    """)
    void aNameIsFoundInItsLayer(Architecture architecture, String name, String huggingFace, String hook) {
        Counterpart other = Counterpart.of(architecture, TensorName.parse(name));
        assertThat(other.huggingFace()).isEqualTo(huggingFace);
        assertThat(other.hook()).contains(hook);
        assertThat(other.toString()).startsWith(huggingFace + "; TransformerLens: " + hook);
    }

    @Test
    void whatLooksAlikeAndIsNotTheSameIsSaid() {
        assertThat(Counterpart.of(Architecture.BERT, TensorName.parse("encoder.0.mlp.sum")).caution())
                .contains("hook_resid_post", "not yet normalised");
        assertThat(Counterpart.of(Architecture.BART, TensorName.parse("decoder.0.cross.scores")))
                .matches(scores -> scores.hook().isEmpty() && scores.caution().contains("pattern"));
    }

    @Test
    void aNameThatAModelDoesNotMakeIsRefusedWithThoseThatItMakes() {
        assertThatThrownBy(() -> Counterpart.of(Architecture.GPT2, TensorName.parse("encoder.0.attn.q")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("GPT-2 makes no encoder.0.attn.q; it makes decoder.embed.tokens, ")
                .hasMessageContaining("decoder.0.attn.q");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GPT2 | decoder.embed.resid | tokens + positions
            GPT2 | decoder.0.mlp.resid | x + out
            GPT2 | decoder.0.attn.q    | norm·Wq + bq
            GPT2 | head.logits         | norm·token tableᵀ
            BERT | encoder.embed.sum   | tokens + segments + positions
            BERT | encoder.0.attn.sum  | x + out
            BERT | encoder.embed.resid | LayerNorm(sum)
            BERT | head.pre            | x·W₁ + b₁
            BERT | head.norm           | LayerNorm(act)
            BART | encoder.embed.sum   | tokens + positions
            BART | decoder.0.attn.k    | x·Wk + bk
            BART | decoder.0.cross.k   | encoder·Wk + bk
            BART | decoder.0.cross.out | heads·Wo + bo
            BART | decoder.0.mlp.out   | act·W₂ + b₂
            """)
    void aFamilyTellsItsOwnFormula(Architecture architecture, String name, String formula) {
        assertThat(architecture.formula(TensorName.parse(name))).isEqualTo(formula);
    }

    @Test
    void aFamilyIsFoundByWhatAConfigurationCallsIt() {
        assertThat(Architecture.find("bart")).contains(Architecture.BART);
        assertThat(Architecture.find("t5")).isEmpty();
    }

    private static List<TensorName> recorded(Architecture architecture) {
        Recording all = Recording.everything();
        switch (architecture) {
            case GPT2 -> Gpt2.load(files(architecture), new VectorOps()).forward(new int[]{1, 2}, all);
            case BERT -> Bert.load(files(architecture), new VectorOps()).forward(new int[]{1, 2}, new int[]{0, 1}, all);
            case BART ->
                Bart.load(files(architecture), new VectorOps()).forward(new int[]{0, 5, 2}, new int[]{2, 0}, all);
        }
        return all.trace().names();
    }

    private static Inventory inventory(Architecture architecture) {
        ModelFiles files = files(architecture);
        try (Checkpoint checkpoint = Checkpoint.open(files)) {
            return switch (architecture) {
                case GPT2 -> Gpt2Weights.inventory(checkpoint, Gpt2.load(files, new VectorOps()).config());
                case BERT -> BertWeights.inventory(checkpoint, Bert.load(files, new VectorOps()).config());
                case BART -> BartWeights.inventory(checkpoint, Bart.load(files, new VectorOps()).config());
            };
        }
    }

    private static ModelFiles files(Architecture architecture) {
        return ModelFiles.classroom("classroom-" + architecture);
    }
}
