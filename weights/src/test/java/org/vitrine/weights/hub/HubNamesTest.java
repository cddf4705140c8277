package org.vitrine.weights.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name of a hub can become a path that leads somewhere else. */
class HubNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"model.safetensors", "model-00001-of-00002.safetensors", "vocab.txt", "_x", "a+b",
        "v1.0", "0123456789abcdef0123456789abcdef01234567", "console", "com10"})
    void aPlainNameIsTaken(String name) {
        assertThat(HubNames.isPlain(name)).isTrue();
        assertThat(HubNames.isRevision(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../x", "x/..", "/etc/passwd", "x\\y", "C:x", "x:stream", "~", "-x",
        ".hidden",
        "x.", "x ", " x", "x\ny", "x\0", "con", "NUL.safetensors", "aux.txt", "com1", "lpt9.x", "a..b", "x\u202ey",
        "\uff0e\uff0e", "%2e%2e", "x?y", "x*y", "$HOME"})
    void aTrickIsRefused(String name) {
        assertThat(HubNames.isPlain(name)).isFalse();
        assertThat(HubNames.isId(name)).isFalse();
        assertThat(HubNames.isRevision(name)).isFalse();
        assertThat(HubNames.shown(name)).matches("\"[ -~]*\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"distilgpt2", "facebook/bart-base", "org/na.me_x", "0/1"})
    void anIdIsTaken(String id) {
        assertThat(HubNames.isId(id)).isTrue();
    }
}
