package org.vitrine.transformer.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.weights.SafetensorsWriter;
import org.vitrine.weights.TensorData;

/** Writes a trace as a safetensors file, every tensor under its name, for Python or for a later comparison. */
public final class TraceFile {
    private TraceFile() {
    }

    /**
     * Writes the file; an older one of that name is replaced only when the new one is complete.
     *
     * @param inputs what the model was given, for example {@code input.ids}; written as 64-bit integers [T]
     * @param metadata words about the file, for example which model made it
     */
    public static void write(Path file, Trace trace, Map<String, int[]> inputs, Map<String, String> metadata) {
        List<TensorData> contents = new ArrayList<>();
        inputs.forEach((name, ids) -> contents
                .add(TensorData.longs(name, new long[]{ids.length}, Arrays.stream(ids).asLongStream().toArray())));
        for (TensorName name : trace.names()) {
            Tensor tensor = trace.get(name);
            long[] shape = tensor.shape().dims().stream().mapToLong(Integer::longValue).toArray();
            contents.add(TensorData.floats(name.toString(), shape, tensor.data()));
        }
        SafetensorsWriter.write(file, metadata, contents);
    }
}
