package org.vitrine.weights.hub;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The models that Vitrine and Hugging Face's programs have fetched to this machine. Each is a folder {@code
 * models--org--name} whose {@code snapshots} hold its revisions; {@code refs/main} names the usual one. Nothing is fetched.
 *
 * @param folder the cache; it need not be there
 */
public record HubCache(Path folder) {
    private static final String PREFIX = "models--";
    private static final Pattern COMMIT = Pattern.compile("[0-9a-zA-Z]{1,64}");
    private static final String MAIN = "main";
    /** More models than anybody chooses from a list. */
    private static final int MOST = 500;
    private static final int LONGEST_REF = 100;

    /** Whether a model of the hub can be called so: {@code org/name} or {@code name}. */
    public static boolean isId(String text) {
        return HubNames.isId(text);
    }

    /** Whether a branch, a tag or a commit can be called so. */
    public static boolean isRevision(String text) {
        return HubNames.isRevision(text);
    }

    /** The ids of all models here, complete or not, in alphabetical order. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Path model : content(folder)) {
            String name = model.getFileName().toString();
            String id = name.startsWith(PREFIX) ? name.substring(PREFIX.length()).replace("--", "/") : "";
            if (isId(id) && Files.isDirectory(model)) {
                ids.add(id);
            }
        }
        ids.sort(String.CASE_INSENSITIVE_ORDER);
        return List.copyOf(ids);
    }

    /** The revisions of a model that are here: the one that {@code main} is at, then from the newest to the oldest. */
    public List<Snapshot> snapshots(String id) {
        if (!isId(id)) {
            return List.of();
        }
        List<Path> revisions = new ArrayList<>(content(model(id).resolve("snapshots")));
        revisions.removeIf(revision -> !Files.isDirectory(revision));
        revisions.sort(Comparator.comparingLong(HubCache::age).reversed());
        String main = commit(id, MAIN).orElse("");
        revisions.sort(Comparator.comparing(revision -> !revision.getFileName().toString().equals(main)));
        return revisions.stream().map(path -> new Snapshot(id, path.getFileName().toString(), path)).toList();
    }

    /** A revision of a model, named as a branch, a tag or a commit, if it is here. */
    public Optional<Snapshot> snapshot(String id, String revision) {
        if (!isId(id) || !isRevision(revision)) {
            return Optional.empty();
        }
        String commit = commit(id, revision).orElse(revision);
        Path path = model(id).resolve("snapshots").resolve(commit);
        return COMMIT.matcher(commit).matches() && Files.isDirectory(path)
                ? Optional.of(new Snapshot(id, commit, path))
                : Optional.empty();
    }

    /** The commit that a branch or a tag was at when it was fetched. */
    private Optional<String> commit(String id, String revision) {
        Path file = model(id).resolve("refs").resolve(revision);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_REF) {
                return Optional.empty();
            }
            String commit = Files.readString(file).strip();
            return COMMIT.matcher(commit).matches() ? Optional.of(commit) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path model(String id) {
        return folder.resolve(PREFIX + id.replace("/", "--"));
    }

    private static List<Path> content(Path parent) {
        List<Path> content = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(parent)) {
                for (Path each : all) {
                    if (content.size() == MOST) {
                        break;
                    }
                    content.add(each);
                }
            } catch (IOException | DirectoryIteratorException e) {
                return List.of(); // a cache that cannot be read is as good as none
            }
        }
        return content;
    }

    private static long age(Path revision) {
        try {
            return Files.getLastModifiedTime(revision).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
