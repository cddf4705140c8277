package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.weights.ModelFiles;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class CheckCommandTest {
    private static final String TINY = Run.TINY.toString();

    @Test
    void theVectorBackEndIsRightOnTheClassroomModels() {
        JsonNode document = Run.of("check", "--backend", "vector", "--threads", "1", "--json").json();
        assertThat(document.get("passed").booleanValue()).isTrue();
        List<String> models = new ArrayList<>();
        for (JsonNode check : document.get("checks")) {
            models.add(check.get("model").stringValue());
            assertThat(check.get("passes").intValue()).isGreaterThan(2);
            assertThat(check.get("share").doubleValue()).isPositive().isLessThan(1);
            assertThat(check.has("first_beyond")).isFalse();
        }
        assertThat(models).containsExactlyElementsOf(ModelFiles.classroomNames());
        assertThat(tensors(document.get("checks").get(1))).contains("head.logits", "head.nsp");
        assertThat(tensors(document.get("checks").get(2))).contains("encoder.0.attn.q", "decoder.0.cross.pattern");
    }

    @Test
    void theDefinitionIsEqualToItself() {
        Run run = Run.of("check", "-m", TINY, "--backend", "scalar");
        assertThat(run.code()).isZero();
        assertThat(words(run)).contains("Every number is right", "on scalar: largest difference per tensor",
                "decoder.2.attn.pattern [4, ", " 0 0 head.logits", "Java " + Runtime.version(), "lanes of 32 bits");
    }

    @Test
    void aDeviceIsCheckedWhereThereIsOne() {
        StubAccelerator accelerator = StubAccelerator.right();
        Run run = check(accelerator, "-m", TINY);
        assertThat(run.code()).isZero();
        assertThat(words(run)).contains("gpt2-tiny vector", "gpt2-tiny gpu", "Card 7 (GPU, OpenCL of nobody, 8 GB)",
                "Driver 3").doesNotContain("No GPU was checked", "per tensor");
        assertThat(accelerator.fetches()).as("first pass, last pass").isEqualTo(2);
    }

    /** The model has three layers: call 1 is layer 1 of the first pass, call 4 that of the second. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aWrongNumberIsFoundAndTheFirstTensorNamed(int call) {
        Run run = check(StubAccelerator.wrongAt(call), "-m", TINY);
        assertThat(run.code()).isEqualTo(1);
        assertThat(words(run)).contains("Not every number is right", "FAIL",
                "gpu: the first tensor beyond the tolerance is decoder.1.mlp.act[1, 5]: expected ", ", found 7.0");
        assertThat(run.complaint()).contains("not every number is right", "gpt2-tiny on gpu")
                .doesNotContain("on vector");
        Run json = check(StubAccelerator.wrongAt(call), "-m", TINY, "--backend", "gpu", "--json");
        assertThat(json.code()).isEqualTo(1);
        JsonNode check = Run.parse(json.out()).get("checks").get(0);
        assertThat(check.get("passed").booleanValue()).isFalse();
        assertThat(check.get("first_beyond").stringValue()).isEqualTo("decoder.1.mlp.act");
        assertThat(SchemaTest.violations("check", json.out())).isEmpty();
    }

    @Test
    void numbersOfTheCpuDoNotPassForThoseOfADeviceThatFailed() {
        Run run = check(StubAccelerator.failing("it ran out of memory"), "-m", TINY, "--backend", "gpu", "--json");
        assertThat(run.code()).isEqualTo(1);
        JsonNode check = Run.parse(run.out()).get("checks").get(0);
        assertThat(check.get("device_failure").stringValue()).isEqualTo("it ran out of memory");
        assertThat(check.get("passed").booleanValue()).isFalse();
        assertThat(SchemaTest.violations("check", run.out())).isEmpty();
    }

    @Test
    void aDeviceThatIsNotThereIsSaid() {
        Run run = check(StubAccelerator.absent(), "-m", TINY);
        assertThat(run.code()).isZero();
        assertThat(words(run)).contains("No GPU was checked: No driver was found. Install one.",
                "GPU none: No driver was found. Install one.");
    }

    @Test
    void aDeviceThatIsNotThereCannotBeAskedFor() {
        Console console = console(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        CheckCommand command = new CheckCommand(console, () -> Optional.of(StubAccelerator.absent()));
        new CommandLine(command).parseArgs("--backend", "gpu");
        assertThatThrownBy(command::call).isInstanceOf(CommandException.class)
                .hasMessage("there is no GPU to check: No driver was found. Install one.");
        CheckCommand without = new CheckCommand(console, Optional::empty);
        new CommandLine(without).parseArgs("--backend", "gpu");
        assertThatThrownBy(without::call).isInstanceOf(CommandException.class).hasMessageContaining("no GPU back end");
    }

    @Test
    void whatIsWrongInTheArgumentsIsOneLine() {
        assertThat(Run.of("check", "-m", "no-such-model").complaint()).contains("no-such-model");
        assertThat(Run.of("check", "--threads", "0").complaint()).contains("--threads takes a number from 1 to 256");
        assertThat(Run.of("check", "--backend", "abacus").complaint()).contains("scalar, vector, gpu");
    }

    private static List<String> tensors(JsonNode check) {
        List<String> names = new ArrayList<>();
        check.get("tensors").forEach(tensor -> names.add(tensor.get("tensor").stringValue()));
        return names;
    }

    private static String words(Run run) {
        return run.out().replaceAll("\\s+", " ");
    }

    private static Run check(StubAccelerator accelerator, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CheckCommand command = new CheckCommand(console(out, err), () -> Optional.of(accelerator));
        CommandLine line = new CommandLine(command);
        int code = line.execute(Stream.concat(Stream.of("--threads", "1"), Stream.of(args)).toArray(String[]::new));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Console console(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Console(InputStream.nullInputStream(), out, err, StandardCharsets.UTF_8,
                Map.of("vitrine.stdout.terminal", "false", "COLUMNS", "200"));
    }
}
