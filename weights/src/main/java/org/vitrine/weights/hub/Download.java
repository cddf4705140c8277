package org.vitrine.weights.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;

/**
 * Fetches contents into the cache. What has arrived before is not fetched again; a content gets its name when its size and
 * its sum are right.
 */
final class Download {
    /** So much has to arrive for tries to be counted anew; else a hub could keep somebody busy with a byte a try. */
    private static final long PROGRESS = 1 << 20;

    private final HubHttp http;
    private final RepoFolder repo;
    private final Disk disk;
    private final Retries retries;
    private final Tally tally;

    Download(HubHttp http, RepoFolder repo, Disk disk, Retries retries, Tally tally) {
        this.http = http;
        this.repo = repo;
        this.disk = disk;
        this.retries = retries;
        this.tally = tally;
    }

    /** Sees to it that a commit has a file; gives whether its content had to be fetched. */
    boolean fetch(String commit, RemoteFile file) throws IOException, InterruptedException {
        try (BlobLock _ = BlobLock.take(repo.lock(file.blob()), file.name(), retries)) {
            if (repo.has(commit, file.name())) {
                return false; // somebody else was quicker
            }
            boolean fetched = !repo.hasBlob(file);
            if (fetched) {
                fetchBlob(file);
            }
            repo.show(commit, file);
            return fetched;
        }
    }

    private void fetchBlob(RemoteFile file) throws IOException, InterruptedException {
        Path incomplete = repo.incomplete(file.blob());
        if (!arrives(file, incomplete)) {
            retries.note().accept(file.name() + ": what has arrived is not what the hub describes; fetching it anew");
            if (!arrives(file, incomplete)) {
                throw new HubException(file.name() + ": fetched twice, and its sum is not the " + file.blob()
                        + " that the hub names; nothing of it is kept. Something on the way changes files, or the "
                        + "hub's copy is broken: try again later, or from another network");
            }
        }
        repo.complete(file.blob());
    }

    /** Whether the right content arrives; what is wrong is deleted. */
    private boolean arrives(RemoteFile file, Path incomplete) throws IOException, InterruptedException {
        retries.until(() -> {
            attempt(file, incomplete);
            return null;
        });
        boolean right = file.blob().isOf(incomplete);
        if (!right) {
            Files.delete(incomplete);
        }
        return right;
    }

    private void attempt(RemoteFile file, Path incomplete) throws PassingException, InterruptedException {
        long here = here(file, incomplete);
        if (here == file.size()) {
            tally.at(file, here);
            return;
        }
        try (Answer answer = http.get(file.address(), here)) {
            long start = answer.start();
            OptionalLong length = answer.number("Content-Length");
            boolean fits = answer.status() != Answer.BEYOND_THE_END && answer.isPlain() && (start == 0 || start == here)
                    && (length.isEmpty() || length.getAsLong() == file.size() - start);
            if (!fits) {
                delete(incomplete);
                throw new PassingException(file.name() + ": the hub sends something else than asked for");
            }
            receive(file, answer.body(), incomplete, start);
        }
    }

    /** Bytes that are here from an earlier try, which may have been another program's. */
    private long here(RemoteFile file, Path incomplete) {
        try {
            long here = Files.exists(incomplete) ? Files.size(incomplete) : 0;
            if (here <= file.size() && (here > 0 || file.size() > 0)) {
                return here;
            }
            Files.deleteIfExists(incomplete);
            if (file.size() == 0) {
                Files.createFile(incomplete);
            }
            return 0;
        } catch (IOException e) {
            throw unwritable(file, incomplete, e);
        }
    }

    private void receive(RemoteFile file, Body body, Path incomplete, long start)
            throws PassingException, InterruptedException {
        long done = start;
        try (FileChannel out = FileChannel.open(incomplete, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(start).position(start);
            tally.at(file, done);
            for (List<ByteBuffer> bytes = body.next(); !bytes.isEmpty(); bytes = body.next()) {
                for (ByteBuffer buffer : bytes) {
                    done += buffer.remaining();
                    if (done > file.size()) {
                        out.truncate(0);
                        throw new PassingException(file.name() + ": the hub sends more than the " + file.size()
                                + " bytes that it has");
                    }
                    disk.write(out, buffer);
                }
                tally.at(file, done);
            }
            out.force(true);
            if (done < file.size()) {
                throw new PassingException(file.name() + ": the connection ended after " + done + " of "
                        + file.size() + " bytes");
            }
        } catch (ClosedByInterruptException e) {
            throw new InterruptedException();
        } catch (IOException e) {
            throw unwritable(file, incomplete, e);
        } catch (PassingException e) {
            throw done - start >= PROGRESS ? e.afterProgress() : e;
        }
    }

    private static void delete(Path incomplete) {
        try {
            Files.deleteIfExists(incomplete);
        } catch (IOException e) {
            throw new HubException(incomplete + ": cannot be deleted: " + DiskSpace.reason(e), e);
        }
    }

    /** A disk that takes no more: half a file would only make it fuller. */
    private HubException unwritable(RemoteFile file, Path incomplete, IOException e) {
        delete(incomplete);
        return new HubException(DiskSpace.full(file.name(), file.size(), incomplete.getParent(), disk)
                + " (" + DiskSpace.reason(e) + "); nothing of this file is kept", e);
    }
}
