package org.vitrine.bench.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.vitrine.weights.DType;
import org.vitrine.weights.SafetensorsWriter;
import org.vitrine.weights.TensorData;

/** Collects random tensors under a checkpoint's names; the same numbers each time. */
final class RandomWeights {
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<TensorData> tensors = new ArrayList<>();
    private final DType dtype;

    RandomWeights() {
        this(DType.F32);
    }

    /** @param dtype how all numbers are stored: F32, F16 or BF16 */
    RandomWeights(DType dtype) {
        this.dtype = dtype;
    }

    /** Deviation 0.02, as all three families are initialised. */
    void matrix(String name, int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((random.nextDouble() - 0.5) * 0.02 * Math.sqrt(12));
        }
        tensors.add(TensorData.floats(name, dtype, new long[]{rows, columns}, values));
    }

    /** A matrix stored as PyTorch does, [outputs, inputs], and a bias. */
    void linear(String name, int inputs, int outputs) {
        matrix(name + ".weight", outputs, inputs);
        bias(name + ".bias", outputs);
    }

    /** Zeros. */
    void bias(String name, int size) {
        tensors.add(TensorData.floats(name, dtype, new long[]{size}, new float[size]));
    }

    /** Normalises and no more: gain 1, bias 0. */
    void norm(String name, int width) {
        float[] gain = new float[width];
        Arrays.fill(gain, 1);
        tensors.add(TensorData.floats(name + ".weight", dtype, new long[]{width}, gain));
        bias(name + ".bias", width);
    }

    /** Writes {@code config.json} and {@code model.safetensors}. */
    void write(Path folder, String config) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("config.json"), config);
        SafetensorsWriter.write(folder.resolve("model.safetensors"), Map.of("format", "pt"), tensors);
    }
}
