package org.vitrine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes safetensors files. The tensors are stored in the reference implementation's order, wide types first and then by
 * name, so that every number lies on a multiple of its size; the header is padded with spaces to a multiple of eight.
 */
public final class SafetensorsWriter {
    private static final int BUFFER = 1 << 16;

    private SafetensorsWriter() {
    }

    /**
     * Writes a file, in pieces, beside its final place, and then renames it: readers see the old file or the complete
     * new one, and a failure leaves nothing behind. A file of that name is replaced.
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
        if (Files.isDirectory(file)) {
            throw new WeightsException(file + ": is a folder, expected the name of a file to write");
        }
        // A short name of its own, so that neither a second writer nor a long file name does any harm.
        Path unfinished = file.resolveSibling(
                ".vitrine-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp");
        try {
            try {
                writeNew(unfinished, header, ordered);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new WeightsException(file + ": cannot be written: " + reason(e), e);
        }
    }

    private static void writeNew(Path file, byte[] header, List<TensorData> tensors) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeFully(out, buffer.putLong(header.length).flip());
            writeFully(out, ByteBuffer.wrap(header));
            for (TensorData tensor : tensors) {
                writeTensor(out, tensor, buffer);
            }
            // On the disk before the final name points to it.
            out.force(true);
        }
    }

    private static void writeTensor(FileChannel out, TensorData tensor, ByteBuffer buffer) throws IOException {
        int width = tensor.dtype().bytes();
        int done = 0;
        while (done < tensor.elements()) {
            int count = Math.min(BUFFER / width, tensor.elements() - done);
            tensor.put(buffer.clear(), done, count);
            writeFully(out, buffer.limit(count * width));
            done += count;
        }
    }

    private static void writeFully(FileChannel out, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such folder";
            case AccessDeniedException _ -> "the folder may not be written to";
            case ClosedByInterruptException _ -> "the writing was interrupted";
            default -> e.getMessage();
        };
    }

    /** By code point, as the reference sorts; {@code String.compareTo} differs beyond the basic plane. */
    private static int compareCodePoints(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }
}
