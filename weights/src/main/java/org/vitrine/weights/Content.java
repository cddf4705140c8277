package org.vitrine.weights;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of one file, mapped read-only or held in memory. Every read goes through here, because a mapped file can be
 * cut short by somebody else while it is open: that must become an error, never wrong numbers and never a crash.
 */
final class Content implements AutoCloseable {
    private static final ValueLayout.OfFloat FLOATS = ValueLayout.JAVA_FLOAT_UNALIGNED
            .withOrder(ByteOrder.LITTLE_ENDIAN);

    private final String source;
    private final MemorySegment bytes;
    /** What to release, and the file whose length tells whether it was cut short; both null for bytes in memory. */
    private final Arena arena;
    private final RandomAccessFile file;

    private Content(String source, MemorySegment bytes, Arena arena, RandomAccessFile file) {
        this.source = source;
        this.bytes = bytes.asReadOnly();
        this.arena = arena;
        this.file = file;
    }

    static Content of(byte[] content, String source) {
        return new Content(source, MemorySegment.ofArray(content), null, null);
    }

    static Content map(Path path) {
        String source = path.toString();
        checkIsFile(path, source);
        Arena arena = Arena.ofShared();
        try {
            // A RandomAccessFile rather than a channel: an interrupted thread closes its channel, not this.
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
            try {
                MemorySegment bytes = file.getChannel().map(MapMode.READ_ONLY, 0, file.length(), arena);
                return new Content(source, bytes, arena, file);
            } catch (IOException e) {
                file.close();
                throw e;
            }
        } catch (IOException | UnsupportedOperationException e) {
            arena.close();
            throw new WeightsException(source + ": cannot be mapped into memory: " + e.getMessage(), e);
        }
    }

    private static void checkIsFile(Path path, String source) {
        if (!Files.exists(path)) {
            throw new WeightsException(source + ": there is no such file");
        }
        if (!Files.isRegularFile(path)) {
            throw new WeightsException(source + ": expected a file, found a folder or a device");
        }
        if (!Files.isReadable(path)) {
            throw new WeightsException(source + ": may not be read by this user; change the file's permissions");
        }
    }

    String source() {
        return source;
    }

    long size() {
        return bytes.byteSize();
    }

    /** Copies {@code count} bytes from {@code position} to the start of {@code target}. */
    void copy(long position, byte[] target, int count) {
        try {
            MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, position, target, 0, count);
            checkNotCutShort();
        } catch (InternalError | IllegalStateException e) {
            throw unreadable(e);
        }
    }

    /** Copies {@code count} little-endian floats from byte {@code position} to {@code target[offset…]}. */
    void copy(long position, float[] target, int offset, int count) {
        try {
            MemorySegment.copy(bytes, FLOATS, position, target, offset, count);
            checkNotCutShort();
        } catch (InternalError | IllegalStateException e) {
            throw unreadable(e);
        }
    }

    /** The virtual machine reports a page that is gone as InternalError, and a closed arena as IllegalStateException. */
    private WeightsException unreadable(Throwable cause) {
        String reason = cause instanceof IllegalStateException
                ? "is read after it was closed"
                : "became unreadable while it was open (cut short, or its disk failed); open it again";
        return new WeightsException(source + ": " + reason, cause);
    }

    /**
     * Pages that are still there read as zeros beyond the new end, silently; only the file's length tells. In compiled code the
     * virtual machine may report a page that is gone as late as at the next call into the system, which is the one made here:
     * callers catch it around both.
     */
    private void checkNotCutShort() {
        if (file == null) {
            return;
        }
        long now;
        try {
            now = file.length();
        } catch (IOException e) {
            throw new WeightsException(source + ": its length cannot be read: " + e.getMessage(), e);
        }
        if (now < bytes.byteSize()) {
            throw new WeightsException(source + ": was cut short while it was open, from " + bytes.byteSize() + " to "
                    + now + " bytes; open it again once it is complete");
        }
    }

    /** Releases the mapping. Reading afterwards is an error, not a crash. */
    @Override
    public void close() {
        if (arena == null || !arena.scope().isAlive()) {
            return;
        }
        arena.close();
        try {
            file.close();
        } catch (IOException e) {
            throw new WeightsException(source + ": cannot be closed: " + e.getMessage(), e);
        }
    }
}
