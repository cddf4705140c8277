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
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.explain.check.GoldenTrace;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.weights.ModelFiles;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class CheckCommandTest {
    private static final String TINY = Run.TINY.toString();

    @Test
    void theBackEndsOfTheCpuComputeTheGoldenTracesOfTheClassroomModels() {
        Run run = check(StubAccelerator.absent(), "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(SchemaTest.violations("check", run.out())).isEmpty();
        JsonNode document = Run.parse(run.out());
        List<String> checked = new ArrayList<>();
        for (JsonNode check : document.get("checks")) {
            checked.add(check.get("model").stringValue() + " " + check.get("backend").stringValue());
            assertThat(check.get("reference").stringValue()).isEqualTo("golden");
            assertThat(check.get("share").doubleValue()).isPositive().isLessThan(1);
            assertThat(check.get("logits_tolerance").doubleValue()).isEqualTo(5e-5);
            assertThat(check.has("first_beyond")).isFalse();
            boolean vector = check.get("backend").stringValue().equals("vector");
            assertThat(check.get("passes").intValue()).isGreaterThanOrEqualTo(vector ? 30 : 2);
        }
        assertThat(checked).containsExactlyElementsOf(ModelFiles.classroomNames().stream()
                .flatMap(model -> Stream.of(model + " scalar", model + " vector")).toList());
        assertThat(tensors(document.get("checks").get(2))).contains("head.logits", "head.nsp");
        assertThat(tensors(document.get("checks").get(4))).contains("encoder.0.attn.q", "decoder.0.cross.pattern");
        assertThat(document.get("texts")).hasSize(3).allMatch(text -> text.get("passed").booleanValue());
    }

    @Test
    void aReportFitsEightyColumnsAndNamesNobody() {
        Run run = Run.of("check", "-m", "classroom-bert", "--backend", "scalar");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(run.out()).doesNotContain("\u001b", System.getProperty("user.home") + "/");
        assertThat(words(run)).contains("Hugging Face", "classroom-bert tokens 15 pass", "classroom-bert scalar 95 ",
                "Java " + Runtime.version(), " bits, ", "heap at most ", ", locale ");
    }

    /** Layer 1 of the first pass is call 1: GPT-2 has an activation in each. */
    @Test
    void anOperationThatIsWrongOnADeviceIsFoundBesideTheGoldenTrace() {
        Run run = check(StubAccelerator.wrongAt(1), "-m", "classroom-gpt2", "--backend", "gpu");
        assertThat(run.code()).isEqualTo(1);
        assertThat(words(run)).contains("Not every number is right", "classroom-gpt2 tokens 16 pass", "FAIL",
                "classroom-gpt2 on gpu: the first tensor beyond the tolerance is decoder.1.mlp.act[1, 5]: expected ",
                ", found 7.0; its shape is [16, 512]; allowed is a difference of 2.0e-04 + 2.0e-04·|x|");
        assertThat(run.complaint()).contains("classroom-gpt2 on gpu");
    }

    @Test
    void aNumberThatAllBackEndsComputeOtherwiseThanTheGoldenTraceIsFound() {
        Run run = check(model -> withWrongNumber(GoldenTrace.of(model), "encoder.2.attn.pattern"), "-m",
                "classroom-bert");
        assertThat(run.code()).isEqualTo(1);
        assertThat(words(run)).contains(
                "on scalar: the first tensor beyond the tolerance is encoder.2.attn.pattern[0, 0, 1]:",
                "on vector: the first tensor beyond the tolerance is encoder.2.attn.pattern[0, 0, 1]:",
                "expected 3.0, found 0.",
                "its shape is [4, 15, 15]; allowed is a difference of 2.0e-05 + 2.0e-05·|x|");
        assertThat(run.complaint()).contains("classroom-bert on scalar, classroom-bert on vector;");
    }

    @Test
    void aTextThatBecomesOtherTokensIsFoundAndTheNumbersAreStillCompared() {
        Run run = check(model -> withOtherText(GoldenTrace.of(model), "Two plus three is six."), "-m",
                "classroom-gpt2", "--backend", "scalar", "--json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(SchemaTest.violations("check", run.out())).isEmpty();
        JsonNode document = Run.parse(run.out());
        assertThat(document.get("texts").get(0).get("passed").booleanValue()).isFalse();
        assertThat(document.get("texts").get(0).get("difference").stringValue()).startsWith("input.ids[4]: expected ");
        assertThat(document.get("checks").get(0).get("passed").booleanValue()).isTrue();
        assertThat(run.complaint()).contains("not every number is right: the tokens of classroom-gpt2;");
    }

    @Test
    void aModelOfTheUsersIsComparedWithTheDefinition() {
        JsonNode document = Run.of("check", "-m", TINY, "--threads", "1", "--json").json();
        assertThat(document.get("texts")).isEmpty();
        assertThat(document.get("checks")).hasSize(1);
        assertThat(document.get("checks").get(0).get("reference").stringValue()).isEqualTo("scalar");
        assertThat(document.get("checks").get(0).get("backend").stringValue()).isEqualTo("vector");
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
                "Driver 3").doesNotContain("none was checked", "per tensor");
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
        assertThat(words(run)).contains("GPU none, so none was checked: No driver was found. Install one.");
    }

    @Test
    void aDeviceThatIsNotThereCannotBeAskedFor() {
        Console console = console(new ByteArrayOutputStream(), new ByteArrayOutputStream());
        CheckCommand command = new CheckCommand(console, () -> Optional.of(StubAccelerator.absent()), GoldenTrace::of);
        new CommandLine(command).parseArgs("--backend", "gpu");
        assertThatThrownBy(command::call).isInstanceOf(CommandException.class)
                .hasMessage("there is no GPU to check: No driver was found. Install one.");
        CheckCommand without = new CheckCommand(console, Optional::empty, GoldenTrace::of);
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

    /** The same trace with one other number. */
    private static GoldenTrace withWrongNumber(GoldenTrace golden, String wrong) {
        Recording recording = Recording.everything();
        for (TensorName name : golden.trace().names()) {
            Tensor tensor = golden.trace().get(name);
            float[] numbers = tensor.data().clone();
            if (name.toString().equals(wrong)) {
                numbers[1] = 3;
            }
            recording.keep(name, Tensor.of(numbers, tensor.shape()));
        }
        return new GoldenTrace(golden.text(), golden.pair(), golden.inputs(), recording.trace(), golden.source());
    }

    private static GoldenTrace withOtherText(GoldenTrace golden, String text) {
        return new GoldenTrace(text, golden.pair(), golden.inputs(), golden.trace(), golden.source());
    }

    private static Run check(Function<String, GoldenTrace> goldenTraces, String... args) {
        return check(StubAccelerator.absent(), goldenTraces, args);
    }

    private static Run check(StubAccelerator accelerator, String... args) {
        return check(accelerator, GoldenTrace::of, args);
    }

    private static Run check(StubAccelerator accelerator, Function<String, GoldenTrace> goldenTraces, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CheckCommand command = new CheckCommand(console(out, err), () -> Optional.of(accelerator), goldenTraces);
        CommandLine line = new CommandLine(command);
        int code = line.execute(Stream.concat(Stream.of("--threads", "1"), Stream.of(args)).toArray(String[]::new));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Console console(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Console(InputStream.nullInputStream(), out, err, StandardCharsets.UTF_8,
                Map.of("vitrine.stdout.terminal", "false", "COLUMNS", "200"));
    }
}
