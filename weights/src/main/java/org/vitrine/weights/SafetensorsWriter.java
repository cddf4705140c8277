package org.vitrine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes safetensors files. The tensors are stored in the reference implementation's order, wide types first and then by
 * name, so that every number lies on a multiple of its size; the header is padded with spaces to a multiple of eight.
 */
public final class SafetensorsWriter {
    private static final int BUFFER = 1 << 16;

    private SafetensorsWriter() {
    }

    /**
     * Writes a file, in pieces, whole or not at all. A file of that name is replaced.
     *
     * @param metadata free text for the header; may be empty
     * @throws WeightsException if names are not unique or not writable, the header is beyond 100 MB, or the file cannot
     *         be written
     */
    public static void write(Path file, Map<String, String> metadata, List<TensorData> tensors) {
        List<TensorData> ordered = new ArrayList<>(tensors);
        ordered.sort(Comparator.comparing(TensorData::dtype)
                .reversed()
                .thenComparing(TensorData::name, SafetensorsWriter::compareCodePoints));
        byte[] header = HeaderText.of(metadata, ordered, file.toString());
        try {
            WholeFile.write(file, out -> write(out, header, ordered));
        } catch (IOException e) {
            throw new WeightsException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static void write(FileChannel out, byte[] header, List<TensorData> tensors) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        WholeFile.writeFully(out, buffer.putLong(header.length).flip());
        WholeFile.writeFully(out, ByteBuffer.wrap(header));
        for (TensorData tensor : tensors) {
            writeTensor(out, tensor, buffer);
        }
    }

    private static void writeTensor(FileChannel out, TensorData tensor, ByteBuffer buffer) throws IOException {
        int width = tensor.dtype().bytes();
        int done = 0;
        while (done < tensor.elements()) {
            int count = Math.min(BUFFER / width, tensor.elements() - done);
            tensor.put(buffer.clear(), done, count);
            WholeFile.writeFully(out, buffer.limit(count * width));
            done += count;
        }
    }

    /** By code point, as the reference sorts; {@code String.compareTo} differs beyond the basic plane. */
    private static int compareCodePoints(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }
}
