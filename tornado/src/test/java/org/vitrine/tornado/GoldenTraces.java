package org.vitrine.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.transformer.Fixtures;
import org.vitrine.transformer.GoldenTrace;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.Safetensors;

/** Every intermediate of the golden cases of all three families, computed on a device, against Hugging Face's numbers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GoldenTraces {
    private static final double TOLERANCE = 2e-4;

    abstract Ops ops();

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Fixtures.path("golden"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyIntermediateIsHuggingFaces(Path file) {
        String model = file.getParent().getFileName().toString();
        try (Safetensors golden = Safetensors.open(file)) {
            Recording recording = Recording.everything();
            forward(model, golden, recording);
            Trace trace = recording.trace();
            ops().fetch(trace.tensors());
            assertThat(GoldenTrace.firstDifference(trace, golden, List.of(), name -> TOLERANCE)).isEmpty();
        }
    }

    private void forward(String model, Safetensors golden, Recording recording) {
        int[] ids = GoldenTrace.ids(golden);
        switch (model.substring(0, 4)) {
            case "gpt2" -> Fixtures.gpt2(model, ops()).forward(ids, recording);
            case "bert" ->
                Fixtures.bert(model, ops()).forward(ids, GoldenTrace.ids(golden, "input.segments"), recording);
            case "bart" ->
                Fixtures.bart(model, ops()).forward(ids, GoldenTrace.ids(golden, "input.decoder_ids"), recording);
            default -> throw new IllegalStateException(model + " is of no family");
        }
    }
}
