package org.vitrine.bench.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone when the program is, even when it was interrupted. */
public final class TemporaryFolder implements AutoCloseable {
    /** Whoever still writes into the folder may win against its removal once or twice. */
    private static final int ATTEMPTS = 10;

    private final Path path;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /** Makes one where the system keeps such folders. */
    public static TemporaryFolder make() throws IOException {
        Path path = Files.createTempDirectory("vitrine-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(path)));
        return new TemporaryFolder(path);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        delete(path);
    }

    /** Deletes a folder and all in it. */
    static void delete(Path folder) {
        for (int attempt = 1; Files.exists(folder); attempt++) {
            try {
                for (Path each : deepestFirst(folder)) {
                    Files.deleteIfExists(each);
                }
            } catch (IOException | UncheckedIOException e) {
                if (attempt == ATTEMPTS) {
                    System.err.println(folder + " could not be deleted (" + e.getMessage() + "); delete it by hand");
                    return;
                }
            }
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
