package org.vitrine.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.weights.ModelFiles;

class ModelCacheTest {
    private static final Path TINY = Path.of("src", "test", "resources", "models", "gpt2-tiny");

    @TempDir
    private Path hub;

    private Path revision(String model, String revision, String type) throws IOException {
        Path folder = Files.createDirectories(hub.resolve(Path.of(model, "snapshots", revision)));
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"" + type + "\"}");
        Files.writeString(folder.resolve("model.safetensors"), "x");
        return folder;
    }

    @Test
    void listsWhatCanBeRead() throws IOException {
        revision("models--org--bert-of-mine", "abc", "bert");
        revision("models--distilgpt2", "abc", "gpt2");
        revision("models--org--llama", "abc", "llama");
        revision("datasets--org--texts", "abc", "gpt2");
        Files.delete(revision("models--org--no-weights", "abc", "gpt2").resolve("model.safetensors"));
        Files.delete(revision("models--org--no-config", "abc", "gpt2").resolve("config.json"));
        Files.writeString(revision("models--org--broken", "abc", "gpt2").resolve("config.json"), "{");
        Files.createDirectories(hub.resolve(Path.of("models--org--empty", "snapshots")));
        Files.writeString(hub.resolve("models--org--file"), "x");

        assertThat(new ModelCache(hub).ids()).containsExactly("distilgpt2", "org/bert-of-mine");
    }

    @Test
    void theRevisionThatMainNamesComesBeforeNewerOnes() throws IOException {
        revision("models--org--m", "0aa", "gpt2");
        revision("models--org--m", "0bb", "bert");
        revision("models--org--m", "0cc", "bart");
        Files.createDirectories(hub.resolve(Path.of("models--org--m", "refs")));
        Files.writeString(hub.resolve(Path.of("models--org--m", "refs", "main")), "0bb\n");
        ModelFiles files = new ModelCache(hub).find("org/m").orElseThrow();
        assertThat(files.name()).isEqualTo("org/m");
        assertThat(new String(files.read("config.json"))).contains("bert");
    }

    @Test
    void neitherAnIdNorMainLeadsOutOfTheCache() throws IOException {
        Path outside = revision("elsewhere", "abc", "gpt2");
        Path model = Files.createDirectories(hub.resolve(Path.of("cache", "models--org--m")));
        Files.createDirectories(model.resolve("refs"));
        Files.writeString(model.resolve(Path.of("refs", "main")), outside.toAbsolutePath().toString());
        ModelCache cache = new ModelCache(hub.resolve("cache"));
        for (String id : new String[]{"org/m", "../elsewhere", "", "a/b/c", "org/m\0", "/", "..", "org--m/../x"}) {
            assertThat(cache.find(id)).as(id).isEmpty();
        }
    }

    @Test
    void aMissingCacheHoldsNothing() {
        assertThat(new ModelCache(hub.resolve("none")).ids()).isEmpty();
        assertThat(new ModelCache(hub.resolve("none")).find("gpt2")).isEmpty();
    }

    @Test
    void isWhereTheVariablesSay() {
        Path home = Path.of("home");
        assertThat(ModelCache.of(Map.of(), home).folder()).isEqualTo(home.resolve(".cache/huggingface/hub"));
        assertThat(ModelCache.of(Map.of("HF_HOME", "hf"), home).folder()).isEqualTo(Path.of("hf", "hub"));
        assertThat(ModelCache.of(Map.of("HF_HOME", "hf", "HF_HUB_CACHE", "here"), home).folder())
                .isEqualTo(Path.of("here"));
        assertThat(ModelCache.of(Map.of("HF_HUB_CACHE", "a\0b"), home).folder())
                .isEqualTo(home.resolve(".cache/huggingface/hub"));
    }

    @Test
    void aModelOfTheCacheIsReadByItsId() throws IOException {
        Path folder = Files.createDirectories(hub.resolve("models--org--tiny/snapshots/abc"));
        for (String file : new String[]{"config.json", "model.safetensors", "vocab.json", "merges.txt"}) {
            Files.createSymbolicLink(folder.resolve(file), TINY.resolve(file).toAbsolutePath());
        }
        ModelFiles files = ModelLookup.find("org/tiny", new ModelCache(hub));
        LoadedModel model = LoadedModel.load(files, new ScalarOps());
        assertThat(model.name()).isEqualTo("org/tiny");
        assertThat(model.family()).isEqualTo(Family.GPT2);
    }

    @Test
    void whatIsNowhereIsSaidInWords() {
        assertThatThrownBy(() -> ModelLookup.find("org/none", new ModelCache(hub))).isInstanceOf(ModelException.class)
                .hasMessageContaining("org/none").hasMessageContaining("classroom-gpt2");
    }
}
