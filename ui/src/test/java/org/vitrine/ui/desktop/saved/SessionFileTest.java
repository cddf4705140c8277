package org.vitrine.ui.desktop.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.saved.SavedSession.Size;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Pass.Question;
import org.vitrine.ui.session.Backend;
import org.vitrine.ui.session.FileException;
import org.vitrine.ui.session.Texts;

class SessionFileTest {
    private static final SavedSession SAMPLE = new SavedSession(
            new Question("a folder", Backend.SCALAR, new Texts("line\nwith \"quotes\" 🙂\0", "ß\ud800")),
            new SavedSelection(3, -1, 2, 1, Optional.of(AttentionKind.CROSS),
                    Optional.of(TensorName.parse("decoder.0.attn.pattern"))),
            "head-view", Map.of("head-view", Map.of("heads", "0,1"), "empty", Map.of()), new Look(true, 1.5),
            new Size(1000.5, 700, true), List.of("/one", "/two"));

    @TempDir
    private Path folder;

    private SessionFile file() {
        return new SessionFile(folder.resolve("config/vitrine/session.json"));
    }

    private SessionFile.Found found(String content) throws IOException {
        Path path = folder.resolve("some.json");
        Files.writeString(path, content);
        return new SessionFile(path).load();
    }

    @Test
    void whatWasSavedIsFoundAgain() {
        file().save(SAMPLE);
        assertThat(file().load()).isEqualTo(new SessionFile.Found(SAMPLE, ""));
        file().save(SavedSession.FIRST);
        assertThat(file().load()).isEqualTo(new SessionFile.Found(SavedSession.FIRST, ""));
        assertThat(folder.resolve("config/vitrine")).isDirectoryContaining("glob:**session.json");
        assertThat(folder.resolve("config/vitrine").toFile().list()).hasSize(1);
    }

    @Test
    void withoutAFileTheFirstSessionBeginsAndNobodyIsTold() {
        assertThat(file().load()).isEqualTo(new SessionFile.Found(SavedSession.FIRST, ""));
        assertThat(SavedSession.FIRST.question().texts().text()).isEqualTo(" Heathrow airport is in the city of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "{\"vitrine_session\": 2}", "{\"text\": \"a\"}",
        "{\"vitrine_session\": 1} {}", "{\"vitrine_session\": 1, \"text\": \"a\", \"text\": \"b\"}",
        "{\"vitrine_session\": 1, \"views\": {\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}}",
        "{\"vitrine_session\": 1, \"selection\": {\"layer\": 1e99999999999999999999999999999999999999999999}}"})
    void aBrokenFileCountsForNothingAndIsNamed(String content) throws IOException {
        SessionFile.Found found = found(content);
        assertThat(found.session()).isEqualTo(SavedSession.FIRST);
        assertThat(found.problem()).contains("some.json").contains("no session");
        assertThatThrownBy(() -> new SessionFile(folder.resolve("some.json")).open()).isInstanceOf(FileException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\": 7", "\"model\": []", "\"backend\": \"gpu-of-mine\"", "\"views\": 3",
        "\"views\": {\"a\": 3}", "\"views\": {\"a\": {\"b\": 3}}", "\"selection\": {\"layer\": 1.5}",
        "\"selection\": {\"layer\": -7}", "\"selection\": {\"head\": 1e300}", "\"selection\": {\"attention\": \"x\"}",
        "\"selection\": {\"tensor\": \"x.y\"}", "\"look\": {\"font_scale\": 400}", "\"look\": {\"font_scale\": -1}",
        "\"look\": {\"dark\": \"yes\"}", "\"look\": {\"width\": 1e9}", "\"look\": {\"height\": 0}",
        "\"recent_models\": {}", "\"recent_models\": [3]", "\"tab\": {}"})
    void aValueThatMakesNoSenseIsPassedOver(String member) throws IOException {
        SessionFile.Found found = found("{\"vitrine_session\": 1, " + member + "}");
        assertThat(found.session().with(SavedSession.FIRST.question()).look()).isEqualTo(SavedSession.FIRST.look());
        assertThat(found.session().question()).isEqualTo(SavedSession.FIRST.question());
        assertThat(found.session().selection()).isEqualTo(SavedSelection.NONE);
        assertThat(found.session().size()).isEqualTo(Size.USUAL);
        assertThat(found.problem()).contains("make no sense");
    }

    @Test
    void whatANewerVersionAddsIsNoHarm() throws IOException {
        SessionFile.Found found = found("{\"vitrine_session\": 1, \"text\": \"a\", \"more\": [{\"b\": null}]}");
        assertThat(found.problem()).isEmpty();
        assertThat(found.session().question().texts().text()).isEqualTo("a");
    }

    @Test
    void whatIsNoFileOrTooLongIsSaidInWords() throws IOException {
        assertThat(new SessionFile(folder).load().problem()).contains("not a file");
        assertThat(found("{\"vitrine_session\": 1, \"text\": \"" + "a".repeat(2 << 20) + "\"}").problem())
                .contains("longer than");
        Files.write(folder.resolve("some.json"), new byte[]{'{', (byte) 0xFF});
        assertThat(new SessionFile(folder.resolve("some.json")).load().problem()).contains("UTF-8");
        assertThatThrownBy(() -> new SessionFile(folder).save(SAMPLE)).isInstanceOf(FileException.class)
                .hasMessageContaining("cannot be saved");
    }

    @Test
    void isKeptWhereEachSystemKeepsSuchThings() {
        Path home = folder.resolve("home");
        assertThat(SessionFile.folder(Map.of(), "Linux", home)).isEqualTo(home.resolve(".config/vitrine"));
        assertThat(SessionFile.folder(Map.of("XDG_CONFIG_HOME", folder.toString()), "Linux", home))
                .isEqualTo(folder.resolve("vitrine"));
        assertThat(SessionFile.folder(Map.of("XDG_CONFIG_HOME", "not/absolute"), "Linux", home))
                .isEqualTo(home.resolve(".config/vitrine"));
        assertThat(SessionFile.folder(Map.of(), "Mac OS X", home))
                .isEqualTo(home.resolve("Library/Application Support/Vitrine"));
        assertThat(SessionFile.folder(Map.of("APPDATA", folder.toString()), "Windows 11", home))
                .isEqualTo(folder.resolve("Vitrine"));
    }
}
