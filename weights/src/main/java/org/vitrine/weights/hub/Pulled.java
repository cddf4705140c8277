package org.vitrine.weights.hub;

import java.util.List;

/**
 * What a pull has done.
 *
 * @param snapshot where the model lies
 * @param revision which branch, tag or commit was wanted
 * @param files all that it needs
 */
public record Pulled(Snapshot snapshot, String revision, List<PulledFile> files) {
    /**
     * A file of the model.
     *
     * @param name a plain name
     * @param size bytes
     * @param fetched whether it was fetched now; otherwise it was there
     */
    public record PulledFile(String name, long size, boolean fetched) {
    }

    /** Keeps a copy. */
    public Pulled {
        files = List.copyOf(files);
    }

    /** Bytes of the files that were not there. */
    public long fetched() {
        return files.stream().filter(PulledFile::fetched).mapToLong(PulledFile::size).sum();
    }

    /** Bytes of all files. */
    public long size() {
        return files.stream().mapToLong(PulledFile::size).sum();
    }

    /** Whether everything was there. */
    public boolean wasThere() {
        return files.stream().noneMatch(PulledFile::fetched);
    }
}
