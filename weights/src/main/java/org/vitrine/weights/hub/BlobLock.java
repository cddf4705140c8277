package org.vitrine.weights.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to fetch one content, which one thread of one program has. The system takes it from a program that ends. */
final class BlobLock implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    /** Those of this program: a second channel to a file that one has locked, when closed, would unlock it. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private BlobLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Waits until it is free; while it is not, the note says so once. */
    static BlobLock take(Path file, String what, Retries retries) throws IOException, InterruptedException {
        Path path = file.toAbsolutePath().normalize();
        boolean said = false;
        while (true) {
            if (OURS.add(path)) {
                BlobLock lock = open(path);
                if (lock != null) {
                    return lock;
                }
            }
            if (!said) {
                retries.note().accept("waiting for another pull that fetches " + what);
                said = true;
            }
            retries.pause().of(LOOK_AGAIN);
        }
    }

    /** Null if another program has it. */
    private static BlobLock open(Path path) throws IOException {
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                OURS.remove(path);
                if (channel != null) {
                    channel.close();
                }
            }
        }
        return lock == null ? null : new BlobLock(path, channel);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            OURS.remove(path);
        }
    }
}
