package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.ui.session.LoadedModel;
import org.vitrine.ui.session.ModelCache;
import org.vitrine.ui.session.ModelLookup;
import tools.jackson.databind.JsonNode;

/** The command and what comes after it: the other commands find what was pulled. */
@Timeout(120)
class PullCommandTest {
    @TempDir
    private Path folder;

    private Path cache() {
        return folder.resolve("cache");
    }

    @Test
    void aModelIsPulledAndRead() throws IOException {
        try (FolderHub hub = new FolderHub(Run.TINY)) {
            Run run = Run.with(hub.settings(cache()), "", "pull", "org/tiny");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).contains("org/tiny: ", "fetched and checked", "model.safetensors",
                    cache().resolve("models--org--tiny/snapshots/" + FolderHub.COMMIT).toString(),
                    "Next: vitrine inspect org/tiny");
            assertThat(run.err().lines()).hasSize(hub.contents()).allMatch(line -> line.startsWith("vitrine: "))
                    .anyMatch(line -> line.contains("model.safetensors: "));
            assertThat(run.err() + run.out()).doesNotContain("hf_SecretOfTheTests");
            LoadedModel model = LoadedModel.load(ModelLookup.find("org/tiny", new ModelCache(cache())),
                    new ScalarOps());
            assertThat(model.name()).isEqualTo("org/tiny");
        }
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws IOException {
        try (FolderHub hub = new FolderHub(Run.TINY)) {
            Run.with(hub.settings(cache()), "", "pull", "org/tiny", "--json").json();
            int sent = hub.contents();
            JsonNode again = Run.with(hub.settings(cache()), "", "pull", "org/tiny", "--json").json();
            assertThat(again.get("fetched").longValue()).isZero();
            assertThat(SchemaTest.violations("pull", again.toString())).isEmpty();
            assertThat(Run.with(hub.settings(cache()), "", "pull", "org/tiny").out()).contains("is here already");
            assertThat(hub.contents()).isEqualTo(sent);
        }
    }

    @Test
    void aRevisionIsReadByItsName() throws IOException {
        try (FolderHub hub = new FolderHub(Run.TINY)) {
            Map<String, String> settings = hub.settings(cache());
            JsonNode pulled = Run.with(settings, "", "pull", "org/tiny", "--revision", "v2/a", "--json").json();
            assertThat(pulled.get("model").stringValue()).isEqualTo("org/tiny@v2/a");
            assertThat(pulled.get("commit").stringValue()).isEqualTo(FolderHub.COMMIT);
            for (String name : new String[]{"org/tiny", "org/tiny@v2/a", "org/tiny@" + FolderHub.COMMIT}) {
                assertThat(ModelLookup.find(name, new ModelCache(cache())).name()).isEqualTo(name);
            }
        }
    }

    @Test
    void theModelsThatWerePulledAreListedAfterTheClassroomModels() throws IOException {
        try (FolderHub hub = new FolderHub(Run.TINY)) {
            Map<String, String> settings = hub.settings(cache());
            Run.with(settings, "", "pull", "org/tiny", "--json").json();
            Path odd = Files.createDirectories(cache().resolve("models--odd/snapshots/abc"));
            Files.writeString(odd.resolve("config.json"), "{\"model_type\": \"gpt2\", \"n_layer\": -1}");
            Files.writeString(odd.resolve("model.safetensors"), "x");
            String list = Run.with(settings, "", "models").out();
            assertThat(list).contains("In the Hugging Face cache, " + cache(), "org/tiny  GPT-2: ", "n_embd");
            assertThat(list.indexOf("classroom-gpt2")).isLessThan(list.indexOf("org/tiny"));
            JsonNode json = Run.with(settings, "", "models", "--json").json();
            assertThat(SchemaTest.violations("models", json.toString())).isEmpty();
            assertThat(json.at("/models/0/source").stringValue()).isEqualTo("classroom");
            assertThat(json.at("/models/4/model").stringValue()).isEqualTo("org/tiny");
            assertThat(json.at("/models/4/source").stringValue()).isEqualTo("cache");
            assertThat(json.at("/models/3/problem").stringValue()).contains("n_embd");
        }
    }

    @Test
    void aKindThatIsNotSupportedIsRefusedBeforeItsWeightsAreFetched() throws IOException {
        Path llama = Files.createDirectories(folder.resolve("llama"));
        Files.writeString(llama.resolve("config.json"), "{\"model_type\": \"llama\"}");
        Files.writeString(llama.resolve("model.safetensors"), "x");
        try (FolderHub hub = new FolderHub(llama)) {
            Run run = Run.with(hub.settings(cache()), "", "pull", "org/llama");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("org/llama/config.json", "LLaMA is not supported", "gpt2, bert, bart")
                    .doesNotContain("Exception");
            assertThat(hub.contents()).isEqualTo(1);
        }
    }

    @Test
    void quantisedWeightsAreRefusedBeforeTheyAreFetched() throws IOException {
        Path quantised = Files.createDirectories(folder.resolve("quantised"));
        Files.writeString(quantised.resolve("config.json"), Files.readString(Run.TINY.resolve("config.json"))
                .replaceFirst("\\{", "{\"quantization_config\": {\"bits\": 4},"));
        Files.writeString(quantised.resolve("model.safetensors"), "x");
        try (FolderHub hub = new FolderHub(quantised)) {
            Run run = Run.with(hub.settings(cache()), "", "pull", "org/quantised");
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("org/quantised/config.json", "quantised", "float32");
            assertThat(hub.contents()).isEqualTo(1);
        }
    }

    @Test
    void whatFailsIsSaidInOneLine() throws IOException {
        FolderHub gone = new FolderHub(Run.TINY);
        gone.close();
        Run run = Run.with(gone.settings(cache()), "", "pull", "org/tiny");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaint()).contains("cannot be reached", "HF_ENDPOINT");
        Map<String, String> offline = new HashMap<>(gone.settings(cache()));
        offline.put("HF_HUB_OFFLINE", "1");
        assertThat(Run.with(offline, "", "pull", "org/tiny").complaint()).contains("HF_HUB_OFFLINE");
        offline.put("HF_ENDPOINT", "nowhere");
        assertThat(Run.with(offline, "", "pull", "org/tiny").complaint()).contains("HF_ENDPOINT");
    }
}
