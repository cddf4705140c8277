package org.vitrine.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(new ModelCache(hub).models()).extracting(ModelFiles::name).containsExactly("distilgpt2",
                "org/bert-of-mine");
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
        assertThat(new ModelCache(hub.resolve("none")).models()).isEmpty();
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
    void aRevisionIsABranchOrACommit() throws IOException {
        revision("models--org--m", "0aa", "gpt2");
        revision("models--org--m", "0bb", "bert");
        Files.createDirectories(hub.resolve(Path.of("models--org--m", "refs", "pr")));
        Files.writeString(hub.resolve(Path.of("models--org--m", "refs", "pr", "1")), "0bb");
        ModelCache cache = new ModelCache(hub);
        for (String name : new String[]{"org/m@pr/1", "org/m@0bb"}) {
            ModelFiles files = cache.find(name).orElseThrow();
            assertThat(files.name()).isEqualTo(name);
            assertThat(new String(files.read("config.json"))).contains("bert");
        }
        for (String name : new String[]{"org/m@pr/2", "org/m@", "org/m@../0aa", "org/m@0aa/..", "org/m@0aa@0bb"}) {
            assertThat(cache.find(name)).as(name).isEmpty();
        }
    }

    private String refusal(String name) {
        try {
            return ModelLookup.find(name, new ModelCache(hub)).name() + " was found";
        } catch (ModelException e) {
            return e.getMessage();
        }
    }

    @Test
    void whatIsNowhereIsSaidInWords() {
        assertThat(refusal("org/none")).contains("org/none", "classroom-gpt2",
                "this fetches it: vitrine pull org/none");
        assertThat(refusal("org/none@v1")).contains("vitrine pull org/none --revision v1");
        assertThat(refusal("no/such/folder")).contains("classroom-gpt2").doesNotContain("vitrine pull");
    }

    @Test
    void whatIsThereInPartIsSaidInWords() throws IOException {
        Path shards = revision("models--org--shards", "abc", "gpt2");
        Files.delete(shards.resolve("model.safetensors"));
        assertThat(refusal("org/shards")).contains("not completely: model.safetensors is missing",
                "vitrine pull org/shards");
        Files.writeString(shards.resolve("model.safetensors.index.json"),
                "{\"weight_map\": {\"a\": \"m-1.safetensors\", \"b\": \"m-2.safetensors\"}}");
        Files.writeString(shards.resolve("m-1.safetensors"), "x");
        assertThat(refusal("org/shards@abc")).contains("m-2.safetensors is missing",
                "vitrine pull org/shards --revision abc");
        assertThat(new ModelCache(hub).models()).isEmpty();
        Files.writeString(shards.resolve("m-2.safetensors"), "x");
        assertThat(new ModelCache(hub).models()).extracting(ModelFiles::name).containsExactly("org/shards");
    }

    @Test
    void aKindThatIsNotSupportedIsSaidInWords() throws IOException {
        revision("models--org--llama", "abc", "llama");
        assertThat(refusal("org/llama")).contains("org/llama/config.json", "LLaMA is not supported");
    }
}
