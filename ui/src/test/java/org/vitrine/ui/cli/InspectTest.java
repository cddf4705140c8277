package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.transformer.checkpoint.Inventory;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.ui.session.CheckpointShape;
import org.vitrine.ui.session.Family;
import org.vitrine.ui.terminal.Terminal;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.SafetensorsWriter;
import org.vitrine.weights.TensorData;
import org.vitrine.weights.TensorEntry;
import tools.jackson.databind.JsonNode;

class InspectTest {
    @TempDir
    private Path folder;

    static List<String> names() {
        return CheckpointShape.names();
    }

    /** The tiny model with other tensors; a key of its configuration, {@code config}, is set anew. */
    private String tiny(Consumer<List<TensorData>> change, String config) throws IOException {
        try (Safetensors file = Safetensors.open(Run.TINY.resolve("model.safetensors"))) {
            List<TensorData> tensors = new ArrayList<>(file.entries().stream().map(entry -> file.require(entry.name()))
                    .map(t -> TensorData.floats(t.name(), t.shape(), t.floats())).toList());
            change.accept(tensors);
            SafetensorsWriter.write(folder.resolve("model.safetensors"), Map.of(), tensors);
        }
        String own = Files.readString(Run.TINY.resolve("config.json"));
        String key = config.replaceFirst(":.*", ":");
        Files.writeString(folder.resolve("config.json"),
                (key.isEmpty() ? own : own.replace(key, "\"old\":")).replaceFirst("\\{", "{" + config));
        for (String file : List.of("vocab.json", "merges.txt")) {
            Files.copy(Run.TINY.resolve(file), folder.resolve(file));
        }
        return folder.toString();
    }

    private static TensorData zeros(String name, long... shape) {
        return TensorData.floats(name, shape,
                new float[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))]);
    }

    private static String words(Run run) {
        assertThat(run.code()).as(run.err()).isZero();
        return run.out().replaceAll("\\s+", " ");
    }

    @Test
    void everyTensorStandsWhereTheForwardPassUsesIt() {
        String out = words(Run.of("inspect", "classroom-gpt2"));
        assertThat(out).contains("decoder.embed, head transformer.wte.weight F32 [4000, 128] 2 048 000 tokens/logits",
                "decoder.3.attn transformer.h.3.… ln_1.weight F32 [128] 512 norm",
                "attn.c_attn.weight F32 [128, 384] 196 608 q/k/v", "decoder.final transformer.ln_f.…")
                .doesNotContain("missing", "unused");
        assertThat(words(Run.of("inspect", "classroom-bart"))).contains(
                "encoder.embed, decoder.embed, head model.shared.weight",
                "decoder.2.cross model.decoder.layers.2.… encoder_attn.q_proj.weight",
                "encoder_attn.v_proj.bias F32 [128] 512 v");
    }

    @Test
    void theDocumentSaysWhichIntermediatesATensorMakes() {
        JsonNode document = Run.of("inspect", "classroom-bert", "--json").json();
        JsonNode tensors = document.get("tensors");
        for (JsonNode tensor : tensors) {
            assertThat(tensor.get("used_in").size()).as(tensor.get("name").stringValue()).isPositive();
            if (tensor.get("name").stringValue().equals("bert.embeddings.word_embeddings.weight")) {
                assertThat(tensor.get("used_in").toString()).isEqualTo("[\"encoder.embed.tokens\",\"head.logits\"]");
            }
        }
        assertThat(document.get("missing").size()).isZero();
        assertThat(document.get("unused").size()).isZero();
        assertThat(document.has("problem")).isFalse();
    }

    @Test
    void whatIsMissingAndWhatIsNotUsedIsListedWhenTheModelCannotBeRun() throws IOException {
        String model = tiny(tensors -> {
            tensors.removeIf(tensor -> tensor.name().equals("transformer.h.1.attn.c_attn.bias"));
            tensors.add(zeros("offset", 3));
            tensors.add(zeros("transformer.h.0.attn.masked_bias"));
            tensors.add(zeros("score.weight", 2, 48));
        }, "");
        assertThat(words(Run.of("inspect", model))).contains(
                "missing transformer.h.1.attn.c_attn.bias decoder.1.attn.q/k/v",
                "unused: unknown offset F32 [3] 12",
                "unused: a mask, which the model makes itself",
                "unused: a sequence classification head, not run here score.weight F32 [2, 48] 384",
                "; 1 missing; 3 unused; so this model cannot be run");
        JsonNode document = Run.of("inspect", model, "--json").json();
        assertThat(document.at("/missing/0/name").stringValue()).isEqualTo("transformer.h.1.attn.c_attn.bias");
        assertThat(document.at("/missing/0/used_in").toString())
                .isEqualTo("[\"decoder.1.attn.q\",\"decoder.1.attn.k\",\"decoder.1.attn.v\"]");
        assertThat(document.get("unused")).extracting(unused -> unused.get("reason").stringValue())
                .containsExactlyInAnyOrder("unknown", "buffer", "head");
        assertThat(Run.of("predictions", "The cat", "-m", model).complaint())
                .contains("missing: \"transformer.h.1.attn.c_attn.bias\"")
                .contains("unexpected: \"offset\"").doesNotContain("score");
    }

    @Test
    void aHeadThatIsLeftOutIsNotedOnceAndTheRestIsShown() throws IOException {
        String model = tiny(tensors -> tensors.add(zeros("score.weight", 2, 48)),
                "\"architectures\": [\"GPT2ForSequenceClassification\"],");
        Run run = Run.of("predictions", "The cat", "-m", model, "--json");
        assertThat(run.json().get("layers").size()).isPositive();
        assertThat(run.complaint()).isEqualTo("vitrine: " + model + ": its sequence classification head (score.weight)"
                + " is left out; the rest of the model is shown");
        assertThat(Run.of("predictions", "The cat", "-m", Run.TINY.toString()).err()).isEmpty();
    }

    @Test
    void ofAFileAloneOrAnUnsupportedKindNobodyKnowsWhatIsUsed() throws IOException {
        JsonNode file = Run.of("inspect", Run.TINY.resolve("model.safetensors").toString(), "--json").json();
        assertThat(file.has("missing") || file.has("unused") || file.at("/tensors/0").has("used_in")).isFalse();
        String model = tiny(tensors -> {
        }, "");
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"roberta\"}");
        JsonNode other = Run.of("inspect", model, "--json").json();
        assertThat(other.at("/configuration/kind").stringValue()).isEqualTo("roberta");
        assertThat(other.get("problem").stringValue()).contains("RoBERTa is not supported");
        assertThat(other.has("missing") || other.at("/tensors/0").has("used_in")).isFalse();
        assertThat(other.get("tensors")).hasSameSizeAs(file.get("tensors"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"add_cross_attention\": true,", "\"quantization_config\": {\"bits\": 4},"})
    void aConfigurationThatIsRefusedIsInspectedAllTheSame(String key) throws IOException {
        String model = tiny(tensors -> {
        }, key);
        assertThat(words(Run.of("inspect", model))).contains("It cannot be run: ", "not", "transformer.wte.weight");
    }

    @ParameterizedTest
    @MethodSource("names")
    void atRealSizesALineFitsATerminal(String name) {
        ModelFiles files = CheckpointShape.of(name).write(folder);
        ConfigFile config = ConfigFile.of(files);
        try (Checkpoint checkpoint = Checkpoint.open(files)) {
            Inventory inventory = Family.of(config).inventory(checkpoint, config);
            long width = config.modelType().equals("gpt2") ? 1600 : 1024;
            long vocabulary = config.modelType().equals("bert") ? 30522 : 50265;
            List<TensorEntry> entries = checkpoint.names().stream()
                    .map(tensor -> enlarged(checkpoint.find(tensor).orElseThrow().entry(), width, vocabulary)).toList();
            List<String> lines = new InventoryLines(entries, inventory).lines(new Terminal(80, false, true));
            assertThat(lines).hasSizeGreaterThan(entries.size());
            assertThat(lines).filteredOn(line -> line.length() > 80).isEmpty();
        }
    }

    /** The same tensor as large as in the largest of the real models. */
    private static TensorEntry enlarged(TensorEntry entry, long width, long vocabulary) {
        List<Long> shape = entry.shape().stream().map(size -> switch (Math.toIntExact(size)) {
            case 8 -> width;
            case 24 -> 3 * width;
            case 16, 32 -> 4 * width;
            case 19, 20 -> vocabulary;
            case 12, 14 -> 1026L;
            default -> size;
        }).toList();
        return new TensorEntry(entry.name(), entry.dtype(), shape, 0, shape.stream().reduce(4L, (a, b) -> a * b));
    }
}
