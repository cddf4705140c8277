package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class BrokenModelTest {
    @TempDir
    private Path folder;

    static Stream<String> faults() {
        return BrokenFiles.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aBrokenFileIsInspectedInOneLine(String fault) throws IOException {
        Path file = Files.write(folder.resolve("broken.safetensors"), BrokenFiles.all().get(fault));
        requireOneLine(Run.of("inspect", file.toString()), "broken.safetensors");
        requireOneLine(Run.of("inspect", file.toString(), "--json"), "broken.safetensors");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aBrokenModelIsRefusedInOneLine(String fault) {
        Path model = BrokenFiles.folder(folder, BrokenFiles.all().get(fault));
        requireOneLine(Run.of("predictions", "The cat", "-m", model.toString()), "model.safetensors");
        requireOneLine(Run.of("inspect", model.toString()), "model.safetensors");
    }

    @Test
    void weightsThatAreNoNumbersAreNamed() {
        String model = BrokenFiles.folder(folder, BrokenFiles.notNumbers()).toString();
        requireOneLine(Run.of("predictions", "The cat", "-m", model), "damaged");
        requireOneLine(Run.of("predictions", "The cat", "-m", model, "--json"), "damaged");
        requireOneLine(Run.of("rankings", "The cat", "-m", model), "damaged");
        requireOneLine(Run.of("rankings-watch", "The cat", "--watch-id", "3", "-m", model), "damaged");
        requireOneLine(Run.of("generate", "The cat", "-m", model, "--json"), "damaged");
    }

    @Test
    void attentionThatIsNoNumberIsNamed() {
        String model = BrokenFiles.folder(folder, BrokenFiles.noNumbersAtAll()).toString();
        requireOneLine(Run.of("attention-head-view", "The cat", "-m", model), "decoder.0.attn.pattern");
        requireOneLine(Run.of("attention-head-view", "The cat", "-m", model, "--rollout", "--json"), "damaged");
        requireOneLine(Run.of("attention-neuron-view", "The cat", "-m", model), "decoder.0.attn.");
        requireOneLine(Run.of("attention-model-view", "The cat", "-m", model, "--json"), "decoder.0.attn.pattern");
    }

    @Test
    void neuronsThatAreNoNumbersAreNamed() {
        String model = BrokenFiles.folder(folder, BrokenFiles.noNumbersAtAll()).toString();
        requireOneLine(Run.of("activations", "The cat", "-m", model, "--components", "2"), "decoder.0.mlp.act");
        requireOneLine(Run.of("neurons", "The cat", "-m", model, "--json"), "decoder.0.mlp.act");
        requireOneLine(Run.of("neurons", "The cat", "-m", model, "--layer", "0", "--neuron", "1"), "damaged");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"config.json, {, config.json", "config.json, {}, model_type",
        "config.json, {\"model_type\": \"t5\"}, `supported: gpt2, bert, bart`",
        "config.json, {\"model_type\": \"bert\"}, hidden_size", "config.json, {\"model_type\": \"bart\"}, d_model",
        "config.json, {\"model_type\": \"gpt2\"}, n_",
        "tokenizer.json, {, tokenizer.json", "tokenizer.json, [], tokenizer.json"})
    void aDamagedTextFileIsNamed(String file, String content, String message) throws IOException {
        Path model = BrokenFiles.folder(folder, Files.readAllBytes(Run.TINY.resolve("model.safetensors")));
        Files.writeString(model.resolve(file), content);
        requireOneLine(Run.of("predictions", "The cat", "-m", model.toString()), message);
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Path model = BrokenFiles.folder(folder, new byte[0]);
        Files.delete(model.resolve("model.safetensors"));
        requireOneLine(Run.of("predictions", "The cat", "-m", model.toString()), "model.safetensors");
        Files.delete(model.resolve("config.json"));
        requireOneLine(Run.of("predictions", "The cat", "-m", model.toString()), "config.json");
    }

    @Test
    void otherKindsOfModelsAreInspectedButNotRun() throws IOException {
        Path model = BrokenFiles.folder(folder, Files.readAllBytes(Run.TINY.resolve("model.safetensors")));
        Files.writeString(model.resolve("config.json"), "{\"model_type\": \"bert\\n\\u001b[2J\"}");
        Run inspect = Run.of("inspect", model.toString());
        assertThat(inspect.code()).isZero();
        assertThat(inspect.out()).contains("not supported; supported: gpt2, bert, bart", "transformer.wte.weight")
                .doesNotContain("\u001b");
        requireOneLine(Run.of("generate", "The cat", "-m", model.toString()),
                "not supported; supported: gpt2, bert, bart");
    }

    @Test
    void aTokenizerOfALargerVocabularyIsFoundOutWhenItMatters() throws IOException {
        Path model = BrokenFiles.folder(folder, Files.readAllBytes(Run.TINY.resolve("model.safetensors")));
        String tokenizer = Files.readString(model.resolve("tokenizer.json"), StandardCharsets.UTF_8);
        Files.writeString(model.resolve("tokenizer.json"), tokenizer.replaceFirst("\"added_tokens\": ?\\[",
                "\"added_tokens\": [{\"id\": 512, \"content\": \"<far>\", \"single_word\": false, \"lstrip\": false, "
                        + "\"rstrip\": false, \"normalized\": false, \"special\": true},"));
        assertThat(Run.of("predictions", "The cat", "-m", model.toString()).code()).isZero();
        requireOneLine(Run.of("predictions", "The <far>", "-m", model.toString()), "512");
    }

    private static void requireOneLine(Run run, String message) {
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaint()).contains(message).doesNotContain("Exception", "at org.", "bug", "\u001b");
    }
}
