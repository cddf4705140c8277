package org.vitrine.explain.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.weights.WeightsException;

class GoldenTraceTest {
    @ParameterizedTest
    @CsvSource({"classroom-gpt2, 16, 89, decoder.embed.tokens", "classroom-bert, 15, 95, encoder.embed.tokens",
        "classroom-bart, 13, 120, encoder.embed.tokens"})
    void everyClassroomModelHasOneWithAllTensorsInOrder(String model, int tokens, int tensors, String first) {
        GoldenTrace golden = GoldenTrace.of(model);
        assertThat(golden.text()).isNotEmpty();
        assertThat(golden.inputs().get("input.ids")).hasSize(tokens);
        assertThat(golden.trace().names()).hasSize(tensors);
        assertThat(golden.trace().names().getFirst()).hasToString(first);
        assertThat(golden.source()).contains("transformers", "float32", "eager");
    }

    @Test
    void maskedScoresAreMinusInfinity() {
        Tensor scores = GoldenTrace.of("classroom-gpt2").trace().get("decoder.0.attn.scores");
        assertThat(scores.data()[1]).as("the first token cannot see the second").isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void oneThatIsMissingIsSaid() {
        assertThatThrownBy(() -> GoldenTrace.of("classroom-t5")).isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("the golden trace of classroom-t5 cannot be read",
                        "there is no resource classroom-t5.safetensors", "build or install it again");
    }

    @Test
    void oneThatIsCutOffIsSaid() throws IOException {
        byte[] whole = bytes();
        assertThatThrownBy(() -> GoldenTrace.read("classroom-gpt2", Arrays.copyOf(whole, whole.length - 4)))
                .isInstanceOf(WeightsException.class).hasMessageContaining("build or install it again");
    }

    @Test
    void oneWithATensorThatNobodyComputesIsSaid() throws IOException {
        String content = new String(bytes(), StandardCharsets.ISO_8859_1);
        byte[] other = content.replaceFirst("decoder\\.0\\.mlp\\.act", "decoder.0.mlp.axt")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> GoldenTrace.read("classroom-gpt2", other)).isInstanceOf(WeightsException.class)
                .hasMessageContainingAll("'decoder.0.mlp.axt' is no name of a tensor", "build or install it again");
    }

    @Test
    void oneWithoutItsTextIsSaid() throws IOException {
        String content = new String(bytes(), StandardCharsets.ISO_8859_1);
        byte[] other = content.replaceFirst("\"text\"", "\"tixt\"").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> GoldenTrace.read("classroom-gpt2", other)).isInstanceOf(WeightsException.class)
                .hasMessageContaining("it has no text");
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = GoldenTrace.class.getResourceAsStream("classroom-gpt2.safetensors")) {
            return in.readAllBytes();
        }
    }
}
