package org.vitrine.weights.hub;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Whether there is room for what is to be fetched. */
final class DiskSpace {
    private static final double MEGA = 1e6;

    private DiskSpace() {
    }

    /**
     * Checks before anything is fetched.
     *
     * @throws HubException if there is not enough
     */
    static void require(String what, long bytes, Path folder, Disk disk) {
        long free = free(folder, disk);
        if (free >= 0 && free < bytes) {
            throw new HubException(full(what, bytes, folder, disk) + "; its weights were not fetched");
        }
    }

    /** That it does not fit, and what to do. */
    static String full(String what, long bytes, Path folder, Disk disk) {
        long free = free(folder, disk);
        return what + ": it needs " + mega(bytes) + " in " + folder + ", where "
                + (free < 0 ? "writing failed" : mega(free) + " are free") + "; make room, or let HF_HUB_CACHE name a "
                + "folder on another disk";
    }

    /** Why the disk refuses, in words: of some errors the system tells only where. */
    static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "no right to write: " + denied.getFile();
            case FileAlreadyExistsException other -> "a file is in the way: " + other.getFile();
            case NoSuchFileException gone -> "no longer there: " + gone.getFile();
            default -> "the system says: " + e.getMessage();
        };
    }

    /** -1 where nobody knows. */
    private static long free(Path folder, Disk disk) {
        try {
            return disk.free(folder);
        } catch (IOException e) {
            return -1;
        }
    }

    private static String mega(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGA);
    }
}
