package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.explain.check.TensorDifference;
import org.vitrine.explain.check.Tolerance;
import org.vitrine.explain.check.TraceComparison;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.StoredTensor;
import org.vitrine.weights.TensorEntry;
import tools.jackson.databind.JsonNode;

class TraceCommandTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/gpt2-tiny");

    /** Models and golden files of the other families, which the forward pass is tested with, too. */
    private static final Path SHARED = Path.of("../transformer/src/test/resources");
    private static final Map<String, String> OPTIONS = Map.of("ids", "--ids", "segments", "--segment-ids",
            "decoder_ids", "--decoder-ids");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"single, vector", "single, scalar", "prompt, vector", "len1, vector", "maxlen, vector"})
    void theTraceIsTheReferencesTraceNameByName(String input, String backend) {
        try (Safetensors golden = Safetensors.open(GOLDEN.resolve(input + ".safetensors"))) {
            String ids = Arrays.stream(golden.require("input.ids").longs()).mapToObj(Long::toString)
                    .collect(Collectors.joining(","));
            Path out = folder.resolve("trace.safetensors");
            JsonNode document = Run
                    .of("trace", "-m", Run.TINY.toString(), "--ids", ids, "--out", out.toString(), "--json",
                            "--backend", backend)
                    .json();
            List<String> names = names(document);
            for (TensorEntry entry : golden.entries()) {
                if (!entry.name().startsWith("float64.")) {
                    assertThat(names).contains(entry.name());
                }
            }
            try (Safetensors trace = Safetensors.open(out)) {
                assertThat(trace.entries()).extracting(TensorEntry::name).containsExactlyInAnyOrderElementsOf(names);
                assertThat(firstDifference(golden, trace, names)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"bert-tiny, single", "bert-tiny, pair", "bert-tiny, mask", "bart-tiny, single", "bart-tiny, shifted"})
    void theOtherFamiliesTracesAreTheReferencesNameByName(String model, String input) {
        try (Safetensors golden = Safetensors.open(SHARED.resolve("golden/" + model + "/" + input + ".safetensors"))) {
            Path out = folder.resolve("trace.safetensors");
            List<String> args = new ArrayList<>(List.of("trace", "-m", SHARED.resolve("models/" + model).toString(),
                    "--out", out.toString(), "--json"));
            for (String name : List.of("ids", "segments", "decoder_ids")) {
                golden.find("input." + name).ifPresent(stored -> args.addAll(
                        List.of(OPTIONS.get(name), Arrays.toString(stored.longs()).replaceAll("[\\[\\] ]", ""))));
            }
            List<String> names = names(Run.of(args.toArray(String[]::new)).json());
            try (Safetensors trace = Safetensors.open(out)) {
                assertThat(names).containsAll(golden.entries().stream().map(TensorEntry::name)
                        .filter(name -> !name.startsWith("float64.")).toList());
                assertThat(firstDifference(golden, trace, names)).isEmpty();
            }
        }
    }

    @Test
    void aTextIsTracedAsItsIdsAre() throws IOException {
        Path byText = folder.resolve("text.safetensors");
        Path byIds = folder.resolve("ids.safetensors");
        assertThat(Run.of("trace", "The cat sat on the mat.", "-m", Run.TINY.toString(), "--out", byText.toString())
                .code())
                .isZero();
        assertThat(Run.of("trace", "--ids", "272, 353,441,312,258,435,13", "-m", Run.TINY.toString(), "--out",
                byIds.toString()).code()).isZero();
        assertThat(Files.readAllBytes(byText)).isEqualTo(Files.readAllBytes(byIds));
    }

    @ParameterizedTest
    @CsvSource({"decoder.*.attn.pattern, 3", "decoder.1.*, 14", "head.logits, 1", "input.ids, 0", "*.resid, 7",
        "decoder.?.mlp.act, 3"})
    void onlyTheNamesThatFitAreWritten(String pattern, int count) {
        Path out = folder.resolve("some.safetensors");
        JsonNode document = Run.of("trace", "The cat", "-m", Run.TINY.toString(), "--out", out.toString(), "--only",
                pattern, "--json").json();
        assertThat(names(document)).hasSize(count + 1).startsWith("input.ids");
    }

    @Test
    void aPatternThatFitsNothingShowsSomeNamesAndWritesNothing() {
        Path out = folder.resolve("none.safetensors");
        Run run = Run.of("trace", "The cat", "-m", Run.TINY.toString(), "--out", out.toString(), "--only", "layer3.*");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaint()).contains("'layer3.*'", "decoder.embed.tokens", "head.logits");
        assertThat(out).doesNotExist();
    }

    @Test
    void theSummaryNamesTheFileAndEveryTensorWithItsShape() {
        Path out = folder.resolve("trace.safetensors");
        Run run = Run.of("trace", "The cat", "-m", Run.TINY.toString(), "--out", out.toString());
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceAll("\\s+", " ")).contains("47 tensors of 2 tokens", out.toString(),
                "decoder.2.attn.pattern [H, T, S] [4, 2, 2] 64", "head.logits [T, V] [2, 512] 4 096");
    }

    @Test
    void aFileThatCannotBeWrittenIsOneLine() {
        Run run = Run.of("trace", "The cat", "-m", Run.TINY.toString(), "--out",
                folder.resolve("no/such/t").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaint()).contains("no/such/t").doesNotContain("Exception");
        Run onFolder = Run.of("trace", "The cat", "-m", Run.TINY.toString(), "--out", folder.toString());
        assertThat(onFolder.code()).isEqualTo(1);
        assertThat(onFolder.complaint()).contains("folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,,2", "a", "1 2", "99999999999", "1,2,"})
    void idsThatAreNoNumbersAreWrongUsage(String ids) {
        Run run = Run.of("trace", "--ids", ids, "-m", Run.TINY.toString(), "--out", folder.resolve("t").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.complaint()).contains("--ids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"512", "-1", "0,511,512"})
    void idsOutsideTheVocabularyAreRefused(String ids) {
        Run run = Run.of("trace", "--ids=" + ids, "-m", Run.TINY.toString(), "--out", folder.resolve("t").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaint()).contains("0 to 511");
    }

    /** The first tensor that is not as expected, in a sentence. */
    private static Optional<String> firstDifference(Safetensors expected, Safetensors found, List<String> names) {
        for (String input : names.stream().filter(name -> name.startsWith("input.")).toList()) {
            assertThat(found.require(input).longs()).isEqualTo(expected.require(input).longs());
        }
        List<String> tensors = names.stream()
                .filter(name -> !name.startsWith("input.") && expected.find(name).isPresent()).toList();
        return TraceComparison.of(trace(expected, tensors), trace(found, tensors), new Tolerance(2e-5, 5e-5))
                .firstBeyond().map(TensorDifference::sentence);
    }

    private static Trace trace(Safetensors file, List<String> names) {
        Recording recording = Recording.everything();
        for (String name : names) {
            StoredTensor stored = file.require(name);
            int[] shape = Arrays.stream(stored.shape()).mapToInt(Math::toIntExact).toArray();
            recording.keep(TensorName.parse(name), Tensor.of(stored.floats(), shape));
        }
        return recording.trace();
    }

    private static List<String> names(JsonNode document) {
        List<String> names = new ArrayList<>();
        document.get("tensors").forEach(tensor -> names.add(tensor.get("name").stringValue()));
        return names;
    }
}
