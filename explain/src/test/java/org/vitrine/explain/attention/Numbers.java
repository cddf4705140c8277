package org.vitrine.explain.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.transformer.tensor.Shape;
import org.vitrine.transformer.tensor.Tensor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reference numbers, and how close ours must be. */
final class Numbers {
    static final double TOLERANCE = 1e-5;

    private Numbers() {
    }

    static JsonNode json(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Lists of lists of numbers, three deep. */
    static Tensor stack(JsonNode lists) {
        Shape shape = Shape.of(lists.size(), lists.get(0).size(), lists.get(0).get(0).size());
        float[] out = new float[shape.size()];
        int next = 0;
        for (JsonNode matrix : lists) {
            for (JsonNode row : matrix) {
                for (JsonNode number : row) {
                    out[next++] = (float) number.doubleValue();
                }
            }
        }
        return Tensor.of(out, shape);
    }

    /** Lists of numbers, two deep. */
    static Tensor matrix(JsonNode lists) {
        float[] out = new float[lists.size() * lists.get(0).size()];
        int next = 0;
        for (JsonNode row : lists) {
            for (JsonNode number : row) {
                out[next++] = (float) number.doubleValue();
            }
        }
        return Tensor.of(out, lists.size(), lists.get(0).size());
    }

    /** Within 1e-5, and 1e-5 of the number where it is large. */
    static void assertClose(Tensor found, Tensor expected, String what) {
        assertThat(found.shape()).as(what).isEqualTo(expected.shape());
        assertClose(found.data(), expected.data(), what);
    }

    static void assertClose(float[] found, float[] expected, String what) {
        assertThat(found).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) found[i]).as(what + ", number " + i).isCloseTo(expected[i],
                    within(TOLERANCE + TOLERANCE * Math.abs(expected[i])));
        }
    }
}
