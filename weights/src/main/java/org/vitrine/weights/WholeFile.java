package org.vitrine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/** Files that are written whole or not at all. */
public final class WholeFile {
    /** Writes what is to be in the file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it to an empty file. */
        void write(FileChannel out) throws IOException;
    }

    /** Bytes that are written at a time. */
    private static final int TURN = 1 << 20;

    private WholeFile() {
    }

    /**
     * Writes a file beside its final place, and then renames it: readers see the old file or the complete new one, and a
     * failure leaves nothing behind. A file of that name is replaced.
     *
     * @throws IOException if that fails; the message says why in words for people, but does not name the file
     */
    public static void write(Path file, Content content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder, expected the name of a file to write");
        }
        // A short name of its own, so that neither a second writer nor a long file name does any harm.
        Path unfinished = file.resolveSibling(
                ".vitrine-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp");
        try {
            try {
                writeNew(unfinished, content);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new IOException(reason(e), e);
        }
    }

    /** The same, with these bytes. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, out -> writeFully(out, ByteBuffer.wrap(bytes)));
    }

    private static void writeNew(Path file, Content content) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.write(out);
            // On the disk before the final name points to it.
            out.force(true);
        }
    }

    /**
     * Writes all that a buffer holds, however many turns it takes: Java copies each turn to memory outside its heap, which the
     * thread then keeps.
     */
    public static void writeFully(FileChannel out, ByteBuffer buffer) throws IOException {
        int end = buffer.limit();
        while (buffer.position() < end) {
            buffer.limit(Math.min(end, buffer.position() + TURN));
            out.write(buffer);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such folder";
            case AccessDeniedException _ -> "the folder may not be written to";
            case ClosedByInterruptException _ -> "the writing was interrupted";
            default -> inWords(e);
        };
    }

    /**
     * What the system says when there is no room, in words for people, and what to do; anything else as it is. Java has no
     * other way to tell than the system's English sentence.
     */
    public static String inWords(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left on device") || message.contains("not enough space on the disk")) {
            return "the disk is full; make room or write to another disk";
        }
        if (message.contains("quota exceeded")) {
            return "this user may store no more on that disk; delete something or write to another disk";
        }
        if (message.contains("File too large")) {
            return "it would be larger than files may be there; raise the limit (ulimit -f) or write to another disk";
        }
        return message;
    }
}
