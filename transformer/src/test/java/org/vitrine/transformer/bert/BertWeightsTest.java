package org.vitrine.transformer.bert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.SafetensorsWriter;
import org.vitrine.weights.TensorData;
import org.vitrine.weights.WeightsException;

class BertWeightsTest {
    private static final int[] IDS = {2, 93, 119, 3};

    @TempDir
    Path folder;

    /** A copy of a tiny model whose tensors were changed. */
    private Bert load(String model, Consumer<List<TensorData>> change) throws Exception {
        Path source = Fixtures.path("models/" + model);
        try (Safetensors file = Safetensors.open(source.resolve("model.safetensors"))) {
            List<TensorData> tensors = new ArrayList<>(file.entries().stream().map(entry -> file.require(entry.name()))
                    .map(t -> TensorData.floats(t.name(), t.shape(), t.floats())).toList());
            change.accept(tensors);
            SafetensorsWriter.write(folder.resolve("model.safetensors"), Map.of(), tensors);
        }
        Files.copy(source.resolve("config.json"), folder.resolve("config.json"), StandardCopyOption.REPLACE_EXISTING);
        return Bert.load(ModelFiles.folder(folder), new ScalarOps());
    }

    private static TensorData zeros(String name, long... shape) {
        int size = 1;
        for (long dim : shape) {
            size *= Math.toIntExact(dim);
        }
        return TensorData.floats(name, shape, new float[size]);
    }

    private static Consumer<List<TensorData>> without(String... names) {
        return tensors -> assertThat(tensors.removeIf(t -> List.of(names).contains(t.name()))).isTrue();
    }

    private static Tensor logits(Bert model) {
        return model.unembedding().logits(model.forward(IDS, new int[4], Recorder.off()));
    }

    @Test
    void missingAndUnexpectedTensorsAreListedTogether() {
        assertThatThrownBy(() -> load("bert-tiny", tensors -> {
            without("bert.encoder.layer.1.output.dense.weight").accept(tensors);
            tensors.add(zeros("bert.encoder.layer.1.output.dense.kernel", 2, 3));
        })).isInstanceOf(WeightsException.class)
                .hasMessageContaining("missing: \"bert.encoder.layer.1.output.dense.weight\"")
                .hasMessageContaining("unexpected: \"bert.encoder.layer.1.output.dense.kernel\"");
    }

    @Test
    void aLayerThatTheConfigurationDoesNotKnowIsRefused() {
        assertThatThrownBy(
                () -> load("bert-tiny", t -> t.add(zeros("bert.encoder.layer.3.output.LayerNorm.weight", 48))))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("bert.encoder.layer.3.output.LayerNorm.weight");
    }

    @Test
    void aNormThatHasItsGainUnderBothNamesIsRefused() {
        assertThatThrownBy(() -> load("bert-tiny", t -> t.add(zeros("bert.embeddings.LayerNorm.gamma", 48))))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("unexpected: \"bert.embeddings.LayerNorm.weight\"");
    }

    @Test
    void aTensorOfTheWrongShapeIsNamedWithBothShapes() {
        String name = "bert.encoder.layer.0.intermediate.dense.weight";
        assertThatThrownBy(() -> load("bert-tiny",
                tensors -> tensors.replaceAll(t -> t.name().equals(name) ? zeros(name, 48, 96) : t)))
                .isInstanceOf(WeightsException.class).hasMessageContaining(name)
                .hasMessageContaining("[48, 96]").hasMessageContaining("[96, 48]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cls.predictions.transform.dense.weight", "cls.predictions.transform.dense.bias",
        "cls.predictions.transform.LayerNorm.weight", "cls.predictions.transform.LayerNorm.bias",
        "cls.predictions.bias",
        "cls.seq_relationship.bias", "bert.pooler.dense.weight", "bert.pooler.dense.bias"})
    void ofAHeadThatIsThereInPartTheRestIsNamed(String name) {
        assertThatThrownBy(() -> load("bert-tiny", without(name))).isInstanceOf(WeightsException.class)
                .hasMessageContaining("missing: \"" + name + "\"");
    }

    @Test
    void nextSentenceScoresNeedThePoolerTheyRead() {
        assertThatThrownBy(() -> load("bert-tiny", without("bert.pooler.dense.weight", "bert.pooler.dense.bias")))
                .isInstanceOf(WeightsException.class).hasMessageContaining(
                        "missing: \"bert.pooler.dense.bias\", \"bert.pooler.dense.weight\"");
    }

    @Test
    void anUntiedHeadNeedsItsOwnMatrix() {
        assertThatThrownBy(() -> load("bert-tiny-untied", without("cls.predictions.decoder.weight")))
                .isInstanceOf(WeightsException.class)
                .hasMessageContaining("missing: \"cls.predictions.decoder.weight\"");
    }

    @Test
    void theHeadsOfFineTunedVariantsAreLeftAside() throws Exception {
        Bert model = load("bert-tiny", tensors -> {
            tensors.removeIf(t -> t.name().startsWith("cls."));
            tensors.addAll(List.of(zeros("classifier.weight", 2, 48), zeros("classifier.bias", 2),
                    zeros("qa_outputs.weight", 2, 48), zeros("qa_outputs.bias", 2)));
        });
        assertThat(model.weights().maskedWords()).isEmpty();
        assertThat(model.weights().pooler()).isPresent();
        assertThat(model.weights().nextSentence()).isEmpty();
    }

    @Test
    void aTiedHeadIsTheTokenTableItselfEvenWhereTheFileHasACopy() {
        for (String name : List.of("bert-tiny", "bert-tiny-legacy")) {
            BertWeights tied = Fixtures.bert(name, new ScalarOps()).weights();
            assertThat(tied.maskedWords().orElseThrow().decoder().weight()).isSameAs(tied.tokens());
        }
        BertWeights untied = Fixtures.bert("bert-tiny-untied", new ScalarOps()).weights();
        assertThat(untied.maskedWords().orElseThrow().decoder().weight()).isNotSameAs(untied.tokens());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cls.predictions.bias", "cls.predictions.decoder.bias"})
    void theBiasOfTheScoresMayGoByEitherNameAlone(String name) throws Exception {
        for (String model : List.of("bert-tiny-legacy", "bert-tiny-untied")) {
            assertThat(logits(load(model, without(name))).data())
                    .isEqualTo(logits(Fixtures.bert(model, new ScalarOps())).data());
        }
    }

    @Test
    void anUntiedHeadReadsTheBiasThatBelongsToItsMatrix() throws Exception {
        Bert changed = load("bert-tiny-untied", tensors -> tensors
                .replaceAll(t -> t.name().equals("cls.predictions.bias") ? zeros(t.name(), 500) : t));
        assertThat(logits(changed).data())
                .isEqualTo(logits(Fixtures.bert("bert-tiny-untied", new ScalarOps())).data());
    }
}
