package org.vitrine.weights.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vitrine.weights.WholeFile;

/** What a pull asks of the disk that not every disk can. */
interface Disk {
    /** The disk that is there. */
    Disk REAL = new Disk() {
    };

    /** Bytes that are free where a folder is. */
    default long free(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Writes all that a buffer holds. */
    default void write(FileChannel out, ByteBuffer bytes) throws IOException {
        WholeFile.writeFully(out, bytes);
    }

    /** Makes a link; fails where there are none, or only for administrators. */
    default void link(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target);
    }
}
