package org.vitrine.fuzz;

import org.vitrine.weights.Safetensors;
import org.vitrine.weights.StoredTensor;
import org.vitrine.weights.TensorEntry;

/** Opens a safetensors file and reads all that is in it. */
final class SafetensorsTarget {
    private SafetensorsTarget() {
    }

    /** Takes the input for a whole file, then for a header only. */
    static void run(byte[] input) {
        Expected.refusal(() -> read(input));
        Expected.refusal(() -> read(Bundle.withData(input)));
    }

    private static void read(byte[] file) {
        try (Safetensors opened = Safetensors.of(file, "some.safetensors")) {
            long bytes = 0;
            for (TensorEntry entry : opened.entries()) {
                bytes += entry.bytes();
                Expected.refusal(() -> numbers(opened.require(entry.name())));
            }
            Expected.that(bytes <= file.length, "no more bytes in tensors than in the file");
            opened.metadata().forEach((key, value) -> Expected.that(value != null, "a text for " + key));
            Expected.refusal(() -> opened.require("no such tensor"));
        }
    }

    /** Reads a tensor in all ways. */
    static void numbers(StoredTensor tensor) {
        Expected.refusal(tensor::longs);
        Expected.refusal(tensor::doubles);
        Expected.that(tensor.floats().length == tensor.elements(), "as many floats as elements");
    }
}
