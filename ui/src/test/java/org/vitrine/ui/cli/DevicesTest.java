package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.ops.AcceleratorStatus;
import org.vitrine.transformer.ops.AcceleratorStatus.Device;
import org.vitrine.ui.answer.Json;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.session.Backend;
import tools.jackson.databind.JsonNode;

class DevicesTest {
    private static final AcceleratorStatus TWO = new AcceleratorStatus("TornadoVM 5.2",
            List.of(new Device("Card\u001b[2J A", "CUDA", "GPU", 17_179_869_184L, 46),
                    new Device("Card\u001b[2J A", "CUDA", "GPU", 1_610_612_736L, 8)),
            "Card A computes.", "");
    private static final AcceleratorStatus NONE = new AcceleratorStatus("TornadoVM 5.2", List.of(),
            "TornadoVM finds no device.", "Install the card's driver.");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Console console(Map<String, String> settings) {
        return new Console(new ByteArrayInputStream(new byte[0]), out, err, StandardCharsets.UTF_8, settings);
    }

    private List<String> shown(AcceleratorStatus gpu) {
        Console console = console(Map.of());
        new DevicesAnswer(3, 16, "25.0.1", gpu).show(new Page(console, console.terminal(ColourChoice.NEVER)));
        console.flush();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static JsonNode document(AcceleratorStatus gpu) {
        String json = Json.document(new DevicesAnswer(3, 16, "25.0.1", gpu)::write);
        assertThat(SchemaTest.violations("devices", json)).isEmpty();
        return Run.parse(json);
    }

    @Test
    void everyDeviceHasALineAndTheFirstIsUsed() {
        List<String> lines = shown(TWO);
        assertThat(lines).contains("scalar  plain loops, 1 thread",
                "vector  the Vector API of JDK 25.0.1: 16 floats at once, 3 threads", "gpu     TornadoVM 5.2",
                "Card A computes.");
        assertThat(lines.get(lines.size() - 2)).containsSubsequence("CUDA", "GPU", "16.0 GiB", "46", "is used");
        assertThat(lines.getLast()).containsSubsequence("CUDA", "GPU", "1.5 GiB", "8").doesNotContain("used");
        assertThat(String.join("", lines)).as("a name is not to command the terminal").doesNotContain("\u001b");
    }

    @Test
    void withoutADeviceItSaysWhyAndWhatToDo() {
        assertThat(shown(NONE)).contains("gpu     none", "TornadoVM finds no device.", "Install the card's driver.")
                .noneMatch(line -> line.contains("GiB"));
    }

    @Test
    void theDocumentHoldsTheSame() {
        JsonNode devices = document(TWO).get("gpu").get("devices");
        assertThat(devices.get(0).get("memory").longValue()).isEqualTo(17_179_869_184L);
        assertThat(devices.get(0).get("used").booleanValue()).isTrue();
        assertThat(devices.get(1).get("used").booleanValue()).isFalse();
        JsonNode gpu = document(NONE).get("gpu");
        assertThat(gpu.get("available").booleanValue()).isFalse();
        assertThat(gpu.get("hint").stringValue()).isEqualTo("Install the card's driver.");
        assertThat(gpu.get("devices").isEmpty()).isTrue();
    }

    @Test
    void theCommandKnowsThisMachine() {
        JsonNode vector = Run.of("devices", "--json").json().get("vector");
        assertThat(vector.get("threads").intValue()).isEqualTo(Backend.usualThreads());
        assertThat(vector.get("lanes").intValue()).isIn(2, 4, 8, 16, 32, 64);
    }

    private String said(Duration patience, Consumer<DeviceNotes> course) {
        course.accept(new DeviceNotes(console(Map.of("vitrine.stderr.terminal", "true")), patience));
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void compilingIsALineThatGoesWhenItIsDone() {
        assertThat(said(Duration.ZERO, notes -> {
            notes.compiling(12, 13);
            notes.compiling(13, 13);
        })).isEqualTo("\r\u001b[Kvitrine: compiling for the GPU, 12 of 13 kernels"
                + "\r\u001b[Kvitrine: compiling for the GPU, 13 of 13 kernels\r\u001b[K");
    }

    @Test
    void whatIsQuicklyCompiledIsNotTold() {
        assertThat(said(Duration.ofHours(1), notes -> notes.compiling(1, 3))).isEmpty();
    }

    @Test
    void aFailureIsToldOnceAndEndsTheTalk() {
        assertThat(said(Duration.ZERO, notes -> {
            notes.compiling(1, 3);
            notes.failed("out of memory");
            notes.failed("out of memory");
            notes.compiling(2, 3);
        })).endsWith("kernels\r\u001b[K"
                + "vitrine: the GPU failed (out of memory); the CPU goes on with the same results\n");
    }
}
