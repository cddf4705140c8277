package org.vitrine.weights.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.vitrine.weights.WholeFile;

/**
 * The folder of one model in the cache, laid out as Hugging Face's programs do it: {@code blobs} holds contents under the
 * names of their sums, {@code snapshots/COMMIT} the files of a commit as links to them, {@code refs} which commit a branch
 * is at. Nothing gets its final name before it is whole.
 */
final class RepoFolder {
    private final Path cache;
    private final String id;
    private final String name;
    private final Disk disk;

    RepoFolder(Path cache, String id, Disk disk) {
        this.cache = cache;
        this.id = id;
        this.name = "models--" + id.replace("/", "--");
        this.disk = disk;
    }

    Path folder() {
        return cache.resolve(name);
    }

    Path blob(BlobName blob) {
        return folder().resolve("blobs").resolve(blob.text());
    }

    /** What has arrived of a content so far. */
    Path incomplete(BlobName blob) {
        return folder().resolve("blobs").resolve(blob.text() + ".incomplete");
    }

    Path lock(BlobName blob) {
        return cache.resolve(".locks").resolve(name).resolve(blob.text() + ".lock");
    }

    Path snapshot(String commit) {
        return folder().resolve("snapshots").resolve(commit);
    }

    Path ref(String revision) {
        return folder().resolve("refs").resolve(revision);
    }

    /** Whether a commit's file is there, with its content. */
    boolean has(String commit, String file) {
        return Files.isRegularFile(snapshot(commit).resolve(file));
    }

    /** Makes the folders that the files of a commit need. */
    void prepare(String commit) throws IOException {
        Files.createDirectories(folder().resolve("blobs"));
        Files.createDirectories(snapshot(commit));
        Files.createDirectories(cache.resolve(".locks").resolve(name));
    }

    /** Whether the content is there as a whole; one of another size is no such content and goes. */
    boolean hasBlob(RemoteFile file) throws IOException {
        Path blob = blob(file.blob());
        if (Files.isRegularFile(blob) && Files.size(blob) != file.size()) {
            Files.delete(blob);
        }
        return Files.isRegularFile(blob);
    }

    /** Gives what has arrived its final name. */
    void complete(BlobName blob) throws IOException {
        Files.move(incomplete(blob), blob(blob), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Lets a commit's file be this content. Where there are no links, the content itself moves there. */
    void show(String commit, RemoteFile file) throws IOException {
        Path shown = snapshot(commit).resolve(file.name());
        Files.deleteIfExists(shown); // a link that leads nowhere
        try {
            disk.link(shown, Path.of("..", "..", "blobs", file.blob().text()));
        } catch (IOException | UnsupportedOperationException e) {
            Files.move(blob(file.blob()), shown, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Notes which commit a branch or a tag is at. */
    void note(String revision, String commit) throws IOException {
        // What is so already is not written again: a cache may be there for reading only.
        if (!revision.equals(commit)
                && !new HubCache(cache).snapshot(id, revision).map(Snapshot::commit).orElse("").equals(commit)) {
            Files.createDirectories(ref(revision).getParent());
            WholeFile.write(ref(revision), commit.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
