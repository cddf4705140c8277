package org.vitrine.explain.factors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.StoredTensor;

/** Activations for the tests: Ecco's, and small ones. */
final class FactorFixtures {
    private FactorFixtures() {
    }

    /**
     * A run of scikit-learn on what Ecco took from a tiny model.
     *
     * @param name of the case: {@code nmf_<name>.safetensors} holds its matrices
     * @param requested how many factors were asked for
     * @param iterations how many its float32 run took
     * @param error the Frobenius norm that was left
     * @param exactIterations how many its float64 run took
     * @param exactError what that left
     */
    record Run(String name, int requested, int iterations, double error, int exactIterations, double exactError) {
        /** One of the run's own matrices, for example {@code init_H}. */
        StoredTensor matrix(String what) {
            return file("nmf_" + name).require("nmf" + requested + "/" + what);
        }

        /** The activations that it ran on. */
        ActivationMatrix activations() {
            return matrixOf(tensor(file("nmf_" + name).require("X")));
        }
    }

    /** All runs. */
    static List<Run> runs() {
        return text("runs.txt").lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" "))
                .map(word -> new Run(word[0], Integer.parseInt(word[1]), Integer.parseInt(word[2]),
                        Double.parseDouble(word[3]), Integer.parseInt(word[4]), Double.parseDouble(word[5])))
                .toList();
    }

    static Run run(String name, int requested) {
        return runs().stream().filter(run -> run.name().equals(name) && run.requested() == requested).findFirst()
                .orElseThrow();
    }

    static Safetensors file(String name) {
        return Safetensors.of(bytes(name + ".safetensors"), name);
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = FactorFixtures.class.getResourceAsStream("/factors/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Tensor tensor(StoredTensor stored) {
        return Tensor.of(stored.floats(), Arrays.stream(stored.shape()).mapToInt(Math::toIntExact).toArray());
    }

    /** Activations [T, N] as if of one layer. */
    static ActivationMatrix matrixOf(Tensor values) {
        return new ActivationMatrix(Stack.ENCODER, 0, 1, values);
    }

    /** A trace that holds only these activations, layer by layer. */
    static Trace trace(Stack stack, List<Tensor> layers) {
        Recording recording = Recording.everything();
        for (int layer = 0; layer < layers.size(); layer++) {
            TensorName name = TensorName.of(stack, layer, Part.MLP, Site.ACT);
            recording.keep(name, layers.get(layer).named(name, name.axes()));
        }
        return recording.trace();
    }
}
