package org.vitrine.transformer.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.GoldenCases;
import org.vitrine.transformer.GoldenTrace;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.transformer.trace.TraceFile;
import org.vitrine.weights.Safetensors;

/** Every intermediate of every golden case, on every back end, against Hugging Face's numbers. */
class GoldenTraceTest {
    /** These have other files but the same numbers. */
    private static final Map<String, String> SAME_AS_TINY = Map.of("gpt2-tiny-noprefix", "gpt2-tiny",
            "gpt2-tiny-buffers",
            "gpt2-tiny", "gpt2-tiny-sharded", "gpt2-tiny");

    static Stream<Arguments> cases() throws IOException {
        return GoldenCases.of("gpt2", SAME_AS_TINY);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cases")
    void everyIntermediateIsHuggingFaces(String model, Path input, Ops ops) {
        try (Safetensors golden = Safetensors.open(input)) {
            Recording recording = Recording.everything();
            Fixtures.gpt2(model, ops).forward(GoldenTrace.ids(golden), recording);
            assertThat(GoldenTrace.firstDifference(recording.trace(), golden)).isEmpty();
        }
    }

    @Test
    void aDifferenceIsReportedByTheFirstNameThatDiffers() {
        try (Safetensors golden = Safetensors.open(Fixtures.path("golden/gpt2-tiny/single.safetensors"))) {
            Recording recording = Recording.everything();
            // the erf activation instead of the tanh one: 2e-3 off, from layer 0's neurons on
            Gpt2 tanh = Fixtures.gpt2("gpt2-tiny-gelu", new ScalarOps());
            tanh.forward(GoldenTrace.ids(golden), recording);
            assertThat(GoldenTrace.firstDifference(recording.trace(), golden)).hasValueSatisfying(
                    message -> assertThat(message).startsWith("decoder.0.mlp.act differs first at number"));
        }
    }

    @Test
    void aTraceWrittenToAFileEqualsTheGoldenFileNameByName(@TempDir Path folder) {
        Path file = folder.resolve("trace.safetensors");
        Path goldenFile = Fixtures.path("golden/gpt2-tiny/prompt.safetensors");
        try (Safetensors golden = Safetensors.open(goldenFile)) {
            int[] ids = GoldenTrace.ids(golden);
            Recording recording = Recording.everything();
            Fixtures.gpt2("gpt2-tiny", new VectorOps()).forward(ids, recording);
            TraceFile.write(file, recording.trace(), Map.of("input.ids", ids), Map.of("model", "gpt2-tiny"));
            try (Safetensors written = Safetensors.open(file)) {
                assertThat(written.metadata()).containsEntry("model", "gpt2-tiny");
                assertThat(written.require("input.ids").longs()).isEqualTo(golden.require("input.ids").longs());
                assertThat(written.entries()).extracting(entry -> entry.name()).containsExactlyInAnyOrderElementsOf(
                        golden.entries().stream().map(entry -> entry.name()).filter(n -> !n.startsWith("float64"))
                                .toList());
                Trace trace = recording.trace();
                trace.names().forEach(name -> assertThat(written.require(name.toString()).floats()).as(name.toString())
                        .isEqualTo(trace.get(name).data()));
            }
        }
    }
}
