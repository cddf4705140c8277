package org.vitrine.transformer.bart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.GoldenCases;
import org.vitrine.transformer.GoldenTrace;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.Safetensors;

/** Every intermediate of every golden case, on every back end, against Hugging Face's numbers. */
class BartGoldenTraceTest {
    /** These have other files but the same numbers. */
    private static final Map<String, String> SAME_AS_TINY = Map.of("bart-tiny-noprefix", "bart-tiny",
            "bart-tiny-allkeys", "bart-tiny", "bart-tiny-encembed", "bart-tiny", "bart-tiny-sharded", "bart-tiny");

    static Stream<Arguments> cases() throws IOException {
        return GoldenCases.of("bart", SAME_AS_TINY);
    }

    private static Trace trace(Bart model, Safetensors golden) {
        Recording recording = Recording.everything();
        model.forward(GoldenTrace.ids(golden), GoldenTrace.ids(golden, "input.decoder_ids"), recording);
        return recording.trace();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("cases")
    void everyIntermediateIsHuggingFaces(String model, Path input, Ops ops) {
        try (Safetensors golden = Safetensors.open(input)) {
            assertThat(GoldenTrace.firstDifference(trace(Fixtures.bart(model, ops), golden), golden)).isEmpty();
        }
    }

    @Test
    void aDifferenceIsReportedByTheFirstNameThatDiffers() {
        try (Safetensors golden = Safetensors.open(Fixtures.path("golden/bart-tiny/single.safetensors"))) {
            // the same weights, but √d times the token table's rows
            Bart scaled = Fixtures.bart("bart-tiny-scale", new ScalarOps());
            assertThat(GoldenTrace.firstDifference(trace(scaled, golden), golden)).hasValueSatisfying(
                    message -> assertThat(message).startsWith("encoder.embed.tokens differs first at number 0"));
        }
    }
}
