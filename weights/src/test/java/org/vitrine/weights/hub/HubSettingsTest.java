package org.vitrine.weights.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variables are read as Hugging Face's programs read them. */
class HubSettingsTest {
    @TempDir
    private Path home;

    private HubSettings of(Map<String, String> environment) {
        return HubSettings.of(environment, home);
    }

    @Test
    void withoutVariablesItIsTheHubAndTheUsualCache() {
        assertThat(of(Map.of())).isEqualTo(new HubSettings(URI.create("https://huggingface.co"), "",
                home.resolve(".cache/huggingface/hub"), false, Network.direct(Duration.ofSeconds(10))));
    }

    @Test
    void theCacheIsWhereTheVariablesSay() {
        assertThat(of(Map.of("HF_HOME", "/hf")).cache()).isEqualTo(Path.of("/hf/hub"));
        assertThat(of(Map.of("XDG_CACHE_HOME", "/xdg")).cache()).isEqualTo(Path.of("/xdg/huggingface/hub"));
        assertThat(of(Map.of("HF_HOME", "~/hf")).cache()).isEqualTo(home.resolve("hf/hub"));
        assertThat(of(Map.of("HUGGINGFACE_HUB_CACHE", "/old", "HF_HOME", "/hf")).cache()).isEqualTo(Path.of("/old"));
        assertThat(of(Map.of("HF_HUB_CACHE", "/new", "HUGGINGFACE_HUB_CACHE", "/old")).cache())
                .isEqualTo(Path.of("/new"));
        assertThat(of(Map.of("HF_HUB_CACHE", "~")).cache()).isEqualTo(home);
        assertThat(of(Map.of("HF_HUB_CACHE", "a\0b")).cache()).isEqualTo(home.resolve(".cache/huggingface/hub"));
    }

    @Test
    void theTokenIsInAVariableOrInTheFileOfALogin() throws IOException {
        assertThat(of(Map.of("HF_TOKEN", " hf_a\n")).token()).isEqualTo("hf_a");
        assertThat(of(Map.of("HUGGING_FACE_HUB_TOKEN", "hf_b")).token()).isEqualTo("hf_b");
        Files.createDirectories(home.resolve(".cache/huggingface"));
        Files.writeString(home.resolve(".cache/huggingface/token"), "hf_c\n");
        assertThat(of(Map.of()).token()).isEqualTo("hf_c");
        Files.writeString(home.resolve("elsewhere"), "hf_d");
        assertThat(of(Map.of("HF_TOKEN_PATH", "~/elsewhere")).token()).isEqualTo("hf_d");
        assertThat(of(Map.of("HF_TOKEN", "hf_a", "HF_HUB_DISABLE_IMPLICIT_TOKEN", "1")).token()).isEmpty();
    }

    @Test
    void theTokenIsNeverShown() {
        Map<String, String> environment = Map.of("HF_TOKEN", "hf_secret");
        assertThat(of(environment).toString()).doesNotContain("hf_secret").contains("with a token");
        assertThat(new HubVariables(environment, home).toString()).doesNotContain("hf_secret");
        assertThatThrownBy(() -> of(Map.of("HF_TOKEN", "hf secret\u0001"))).isInstanceOf(HubException.class)
                .hasMessageContaining("HF_TOKEN").hasMessageNotContaining("secret");
    }

    @Test
    void offlineIsWhatPythonTakesForTrue() {
        for (String value : List.of("1", "on", "YES", "true")) {
            assertThat(of(Map.of("HF_HUB_OFFLINE", value)).offline()).as(value).isTrue();
        }
        assertThat(of(Map.of("TRANSFORMERS_OFFLINE", "1")).offline()).isTrue();
        for (String value : List.of("", "0", "no", "2")) {
            assertThat(of(Map.of("HF_HUB_OFFLINE", value)).offline()).as(value).isFalse();
        }
    }

    @Test
    void anEndpointIsAnAddress() {
        assertThat(of(Map.of("HF_ENDPOINT", "https://hf-mirror.example/")).endpoint())
                .isEqualTo(URI.create("https://hf-mirror.example"));
        for (String wrong : List.of("ftp://x", "x", "https://", "https://me:pw@x", "https://x?y", "https://x#y", ":",
                "a b")) {
            assertThatThrownBy(() -> of(Map.of("HF_ENDPOINT", wrong))).as(wrong).isInstanceOf(HubException.class)
                    .hasMessageContaining("HF_ENDPOINT");
        }
    }

    @Test
    void patienceIsANumberOfSeconds() {
        assertThat(of(Map.of("HF_HUB_DOWNLOAD_TIMEOUT", "30")).network().patience()).isEqualTo(Duration.ofSeconds(30));
        for (String wrong : List.of("0", "-1", "soon", "1e9")) {
            assertThatThrownBy(() -> of(Map.of("HF_HUB_DOWNLOAD_TIMEOUT", wrong))).as(wrong)
                    .isInstanceOf(HubException.class).hasMessageContaining("HF_HUB_DOWNLOAD_TIMEOUT");
        }
    }
}
