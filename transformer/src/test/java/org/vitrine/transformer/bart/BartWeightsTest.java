package org.vitrine.transformer.bart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Weight;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.SafetensorsWriter;
import org.vitrine.weights.TensorData;
import org.vitrine.weights.WeightsException;

class BartWeightsTest {
    private static final String SHARED = "model.shared.weight";
    private static final String ENCODER = "model.encoder.embed_tokens.weight";
    private static final String DECODER = "model.decoder.embed_tokens.weight";
    private static final String HEAD = "lm_head.weight";

    @TempDir
    Path folder;

    /** A copy of bart-tiny whose tensors were changed. */
    private BartWeights load(Consumer<List<TensorData>> change) throws Exception {
        return load(change, true);
    }

    private BartWeights load(Consumer<List<TensorData>> change, boolean tied) throws Exception {
        try (Safetensors file = Safetensors.open(Fixtures.path("models/bart-tiny/model.safetensors"))) {
            List<TensorData> tensors = new ArrayList<>(file.entries().stream().map(entry -> file.require(entry.name()))
                    .map(t -> TensorData.floats(t.name(), t.shape(), t.floats())).toList());
            change.accept(tensors);
            SafetensorsWriter.write(folder.resolve("model.safetensors"), Map.of(), tensors);
        }
        String config = Files.readString(Fixtures.path("models/bart-tiny/config.json"));
        Files.writeString(folder.resolve("config.json"),
                config.replaceFirst("\\{", "{\"tie_word_embeddings\": " + tied + ","));
        return Bart.load(ModelFiles.folder(folder), new ScalarOps()).weights();
    }

    /** A token table of nothing but this number. */
    private static TensorData table(String name, float number) {
        float[] values = new float[516 * 48];
        Arrays.fill(values, number);
        return TensorData.floats(name, new long[]{516, 48}, values);
    }

    private static TensorData zeros(String name, long... shape) {
        return TensorData.floats(name, shape,
                new float[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))]);
    }

    private static void remove(List<TensorData> tensors, String name) {
        assertThat(tensors.removeIf(t -> t.name().equals(name))).as(name).isTrue();
    }

    /** The first numbers of the encoder's, the decoder's and the head's table. */
    private static float[] firsts(BartWeights weights) {
        return new float[]{weights.encoderEmbed().tokens().at(0, 5), weights.decoderEmbed().tokens().at(0, 5),
            weights.head().weight().at(0, 5)};
    }

    @ParameterizedTest
    @ValueSource(strings = {"bart-tiny", "bart-tiny-allkeys", "bart-tiny-encembed", "bart-tiny-noprefix",
        "bart-tiny-sharded", "bart-tiny-bf16"})
    void theTokenTableIsHeldOnceHoweverManyCopiesTheCheckpointHas(String model) {
        BartWeights weights = Fixtures.bart(model, new ScalarOps()).weights();
        Weight table = weights.head().weight();
        assertThat(weights.encoderEmbed().tokens()).isSameAs(table);
        assertThat(weights.decoderEmbed().tokens()).isSameAs(table);
    }

    @Test
    void copiesOfTheTokenTableThatDifferAreUsedAsTheyAre() throws Exception {
        BartWeights weights = load(tensors -> tensors
                .addAll(List.of(table(ENCODER, 1), table(DECODER, 2), table(HEAD, 3))));
        assertThat(firsts(weights)).containsExactly(1, 2, 3);
    }

    @Test
    void aTableThatIsNotThereIsTheSharedOne() throws Exception {
        BartWeights weights = load(tensors -> {
            remove(tensors, SHARED);
            tensors.addAll(List.of(table(SHARED, 4), table(HEAD, 3)));
        });
        assertThat(firsts(weights)).containsExactly(4, 4, 3);
        assertThat(weights.encoderEmbed().tokens()).isSameAs(weights.decoderEmbed().tokens());
    }

    @Test
    void withoutASharedTableTheHeadsComesFirstThenTheDecoders() throws Exception {
        BartWeights head = load(tensors -> {
            remove(tensors, SHARED);
            tensors.addAll(List.of(table(HEAD, 3), table(ENCODER, 1)));
        });
        assertThat(firsts(head)).containsExactly(1, 3, 3);
        BartWeights decoder = load(tensors -> {
            remove(tensors, SHARED);
            tensors.addAll(List.of(table(DECODER, 2), table(ENCODER, 1)));
        });
        assertThat(firsts(decoder)).containsExactly(1, 2, 2);
    }

    @Test
    void aModelThatTiesNothingMustHaveAllTables() throws Exception {
        assertThat(firsts(load(tensors -> tensors
                .addAll(List.of(table(ENCODER, 1), table(DECODER, 2), table(HEAD, 3))), false)))
                .containsExactly(1, 2, 3);
        assertThatThrownBy(() -> load(tensors -> tensors.add(table(DECODER, 2)), false))
                .isInstanceOf(WeightsException.class).hasMessageContaining("missing")
                .hasMessageContaining(ENCODER).hasMessageContaining(HEAD);
    }

    @Test
    void aModelWithoutAnyTokenTableIsRefused() {
        assertThatThrownBy(() -> load(tensors -> remove(tensors, SHARED))).isInstanceOf(WeightsException.class)
                .hasMessageContaining("missing").hasMessageContaining(SHARED);
    }

    @Test
    void missingAndUnexpectedTensorsAreListedTogether() {
        assertThatThrownBy(() -> load(tensors -> {
            remove(tensors, "model.decoder.layers.1.encoder_attn.k_proj.bias");
            tensors.add(zeros("model.decoder.layers.1.cross_attn.k_proj.bias", 48));
            tensors.add(zeros("model.encoder.layers.0.encoder_attn.k_proj.bias", 48));
        })).isInstanceOf(WeightsException.class)
                .hasMessageContaining("model.decoder.layers.1.encoder_attn.k_proj.bias")
                .hasMessageContaining("model.decoder.layers.1.cross_attn.k_proj.bias")
                .hasMessageContaining("model.encoder.layers.0.encoder_attn.k_proj.bias");
    }

    @ParameterizedTest
    @ValueSource(strings = {"encoder", "decoder"})
    void aLayerThatTheConfigurationDoesNotKnowIsRefused(String tower) {
        String name = "model." + tower + ".layers.2.fc1.bias";
        assertThatThrownBy(() -> load(tensors -> tensors.add(zeros(name, 96)))).isInstanceOf(WeightsException.class)
                .hasMessageContaining(name);
    }

    @Test
    void theHeadsOfFineTunedVariantsAndTheFormatsVersionAreLeftAside() throws Exception {
        BartWeights weights = load(tensors -> tensors.addAll(List.of(zeros("classification_head.dense.weight", 48, 48),
                zeros("classification_head.out_proj.bias", 3), zeros("qa_outputs.weight", 2, 48),
                zeros("model.encoder.version", 1), zeros("model.decoder.version", 1))));
        assertThat(weights.encoder()).hasSize(2);
        assertThat(weights.decoder()).hasSize(2);
    }

    @Test
    void aPositionTableHasTwoRowsMoreThanTheContextAndTheMessageSaysSo() {
        assertThatThrownBy(() -> load(tensors -> {
            remove(tensors, "model.decoder.embed_positions.weight");
            tensors.add(zeros("model.decoder.embed_positions.weight", 64, 48));
        })).isInstanceOf(WeightsException.class).hasMessageContaining("model.decoder.embed_positions.weight")
                .hasMessageContaining("[64, 48]").hasMessageContaining("[66, 48]");
    }

    @Test
    void aBiasOfTheHeadThatDoesNotFitTheVocabularyIsRefused() {
        assertThatThrownBy(() -> load(tensors -> {
            remove(tensors, "final_logits_bias");
            tensors.add(zeros("final_logits_bias", 1, 515));
        })).isInstanceOf(WeightsException.class).hasMessageContaining("final_logits_bias")
                .hasMessageContaining("[1, 515]").hasMessageContaining("[1, 516]");
    }

    @Test
    void aHeadWithoutABiasAddsNothing() {
        BartWeights weights = Fixtures.bart("bart-tiny-encembed", new ScalarOps()).weights();
        assertThat(weights.head().bias().data()).hasSize(516).containsOnly(0);
        assertThat(Fixtures.bart("bart-tiny-logitsbias", new ScalarOps()).weights().head().bias().data())
                .isNotEqualTo(weights.head().bias().data());
    }
}
