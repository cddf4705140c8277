package org.vitrine.weights.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;

/**
 * Pulls models from the hub into the cache: what {@code config.json}, the tokenizer and the weights need, and nothing else.
 *
 * <pre>
 * HubPull pull = new HubPull(HubSettings.ofUser(), PullListener.silent(), files -&gt; {});
 * Checkpoint checkpoint = Checkpoint.open(pull.run("distilgpt2", "main").snapshot().files());
 * </pre>
 *
 * An interrupt of the thread breaks a pull off; what has arrived is kept, and the next pull goes on from there. Several
 * threads and programs can pull the same model at once: one fetches, the others wait.
 */
public final class HubPull {
    private final HubSettings settings;
    private final PullListener listener;
    private final Consumer<ModelFiles> check;
    private final Disk disk;
    private final Retries retries;

    /**
     * A pull as these settings say.
     *
     * @param listener is told how it goes on
     * @param check looks at a model of which only the configuration is there, and throws if it is of no use, before
     *     gigabytes are fetched
     */
    public HubPull(HubSettings settings, PullListener listener, Consumer<ModelFiles> check) {
        this(settings, listener, check, Disk.REAL, time -> Thread.sleep(time.toMillis()));
    }

    /** The same on another disk, with pauses of another kind. */
    HubPull(HubSettings settings, PullListener listener, Consumer<ModelFiles> check, Disk disk, Retries.Pause pause) {
        this.settings = settings;
        this.listener = listener;
        this.check = check;
        this.disk = disk;
        this.retries = new Retries(pause, listener::note);
    }

    /**
     * Fetches what is not there yet of a model.
     *
     * @param id {@code org/name} or {@code name}
     * @param revision a branch, a tag or a commit; {@code main} is the usual one
     * @throws HubException if that fails; the message says why and what to do
     */
    public Pulled run(String id, String revision) {
        if (!HubNames.isId(id)) {
            throw new HubException(HubNames.shown(id) + ": expected the id of a model, such as distilgpt2 or "
                    + "facebook/bart-base");
        }
        if (!HubNames.isRevision(revision)) {
            throw new HubException(HubNames.shown(revision) + ": expected a branch, a tag or a commit, such as main");
        }
        try (HubHttp http = new HubHttp(settings, new Refusal(settings, id, revision))) {
            return settings.offline() ? whatIsThere(id, revision) : new Run(http, id, revision).pull();
        } catch (InterruptedException | ClosedByInterruptException | FileLockInterruptionException e) {
            Thread.currentThread().interrupt();
            throw new HubException(
                    id + ": the pull was broken off; what has arrived is kept, and the same pull goes on "
                            + "from there",
                    e);
        } catch (IOException e) {
            throw new HubException(id + ": the cache " + settings.cache() + " cannot be written to ("
                    + DiskSpace.reason(e) + "); give the rights, or let HF_HUB_CACHE name another folder", e);
        }
    }

    private Pulled whatIsThere(String id, String revision) throws IOException {
        Snapshot snapshot = new HubCache(settings.cache()).snapshot(id, revision)
                .filter(found -> found.missing().isEmpty())
                .orElseThrow(() -> new HubException(id + ": revision '" + revision + "' is not, or not completely, in "
                        + settings.cache()
                        + ", and HF_HUB_OFFLINE forbids to fetch it; unset that, or copy the cache of "
                        + "a machine that has it"));
        Map<String, Boolean> files = new LinkedHashMap<>(Map.of(RepoListing.CONFIG, false));
        Checkpoint.parts(snapshot.files()).forEach(name -> files.put(name, false));
        return pulled(snapshot, revision, files);
    }

    /** What a pull has done, by the names of the files, each with whether it was fetched. */
    private static Pulled pulled(Snapshot snapshot, String revision, Map<String, Boolean> fetched) throws IOException {
        List<Pulled.PulledFile> files = new ArrayList<>();
        for (Map.Entry<String, Boolean> file : fetched.entrySet()) {
            long size = Files.size(snapshot.folder().resolve(file.getKey()));
            files.add(new Pulled.PulledFile(file.getKey(), size, file.getValue()));
        }
        return new Pulled(snapshot, revision, files);
    }

    /** One pull of one model. */
    private final class Run {
        private final HubHttp http;
        private final String id;
        private final String revision;
        private final RepoFolder repo;
        private final Tally tally = new Tally(listener);
        private final Download download;
        private final Map<String, Boolean> fetched = new TreeMap<>();

        Run(HubHttp http, String id, String revision) {
            this.http = http;
            this.id = id;
            this.revision = revision;
            this.repo = new RepoFolder(settings.cache(), id, disk);
            this.download = new Download(http, repo, disk, retries, tally);
        }

        /** Small files first: they say which large ones are needed, and whether those are of any use. */
        Pulled pull() throws IOException, InterruptedException {
            RepoListing listing = listing();
            listing.requireReadable(id);
            repo.prepare(listing.commit());
            Snapshot snapshot = new Snapshot(id, listing.commit(), repo.snapshot(listing.commit()));
            fetch(List.of(RepoListing.CONFIG), listing.commit());
            check.accept(snapshot.files());
            List<String> rest = new ArrayList<>(listing.small());
            rest.addAll(weights(listing, snapshot));
            fetch(rest, listing.commit());
            repo.note(revision, listing.commit());
            return pulled(snapshot, revision, fetched);
        }

        private RepoListing listing() throws InterruptedException {
            URI address = address("/api/models/" + id + "/revision/" + revision.replace("/", "%2F"));
            return retries.until(() -> {
                try (Answer answer = http.get(address, 0)) {
                    return RepoListing.parse(answer.body().all(RepoListing.LONGEST, "the hub's list of files"), id);
                }
            });
        }

        private List<String> weights(RepoListing listing, Snapshot snapshot) throws IOException, InterruptedException {
            if (listing.files().contains(RepoListing.WEIGHTS)) {
                return List.of(RepoListing.WEIGHTS);
            }
            fetch(List.of(RepoListing.INDEX), listing.commit());
            return listing.require(Checkpoint.parts(snapshot.files()), id);
        }

        /** Fetches those that are not there, once it is known that there is room for all of them. */
        private void fetch(List<String> names, String commit) throws IOException, InterruptedException {
            List<RemoteFile> missing = new ArrayList<>();
            long bytes = 0;
            for (String name : names) {
                fetched.putIfAbsent(name, false);
                if (!repo.has(commit, name)) {
                    RemoteFile file = describe(name, commit);
                    missing.add(file);
                    bytes += toFetch(file);
                }
            }
            DiskSpace.require(id, bytes, repo.folder(), disk);
            for (RemoteFile file : missing) {
                tally.expect(file.size());
            }
            for (RemoteFile file : missing) {
                fetched.put(file.name(), download.fetch(commit, file));
                tally.complete(file);
            }
        }

        /** Bytes of a file that are not in the cache. */
        private long toFetch(RemoteFile file) throws IOException {
            if (repo.hasBlob(file)) {
                return 0;
            }
            Path incomplete = repo.incomplete(file.blob());
            long here = Files.exists(incomplete) ? Files.size(incomplete) : 0;
            return Math.max(0, file.size() - here);
        }

        private RemoteFile describe(String name, String commit) throws InterruptedException {
            URI address = address("/" + id + "/resolve/" + commit + "/" + name);
            return retries.until(() -> {
                try (Answer answer = http.head(address)) {
                    return RemoteFile.of(name, address, commit, answer);
                }
            });
        }

        private URI address(String path) {
            return URI.create(settings.endpoint() + path);
        }
    }
}
