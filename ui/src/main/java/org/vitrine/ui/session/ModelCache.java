package org.vitrine.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.WeightsException;
import org.vitrine.weights.hub.HubCache;
import org.vitrine.weights.hub.HubSettings;
import org.vitrine.weights.hub.Snapshot;

/**
 * The models that Vitrine and Hugging Face's programs have left on this machine, by their ids: {@code org/name}, {@code
 * name}, or either with {@code @} and a branch, a tag or a commit. Nothing is ever fetched.
 *
 * @param folder the cache; it need not be there
 */
public record ModelCache(Path folder) {
    private static final char AT = '@';

    /** The cache of this machine's user. */
    public static ModelCache ofUser() {
        return of(System.getenv(), HubSettings.userHome());
    }

    /**
     * The cache that these variables name.
     *
     * @param environment such as {@code HF_HUB_CACHE}, which names the cache; see {@link HubSettings#of}
     * @param home the user's folder, below which it is if none says anything
     */
    public static ModelCache of(Map<String, String> environment, Path home) {
        return new ModelCache(HubSettings.cacheFolder(environment, home));
    }

    /** All models here that can be read, each by its id, in alphabetical order. */
    public List<ModelFiles> models() {
        return new HubCache(folder).ids().stream().flatMap(id -> find(id).stream()).toList();
    }

    /** The files of a model with this id, if it is here and of a supported kind. */
    public Optional<ModelFiles> find(String name) {
        return snapshots(name).stream().filter(snapshot -> problem(snapshot, name).isEmpty()).findFirst()
                .map(snapshot -> snapshot.files(name));
    }

    /** Why a model that is here cannot be read, and what to do; nothing if it is not here at all. */
    public Optional<String> problem(String name) {
        return snapshots(name).stream().findFirst().flatMap(snapshot -> problem(snapshot, name));
    }

    private static Optional<String> problem(Snapshot snapshot, String name) {
        Optional<String> missing = snapshot.missing();
        if (missing.isPresent()) {
            return Optional.of(name + " is in the local Hugging Face cache, but not completely: " + missing.get()
                    + " is missing; this fetches it: " + pull(name));
        }
        try {
            Family.of(ConfigFile.of(snapshot.files(name)));
            return Optional.empty();
        } catch (ModelException | WeightsException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The command that fetches a model; nothing if no model of the hub is called so. */
    public static Optional<String> pulling(String name) {
        List<String> parts = parts(name);
        boolean fetchable = HubCache.isId(parts.getFirst()) && parts.stream().skip(1).allMatch(HubCache::isRevision);
        return fetchable ? Optional.of(pull(name)) : Optional.empty();
    }

    private static String pull(String name) {
        return "vitrine pull " + String.join(" --revision ", parts(name));
    }

    /** The revisions of that model that are here, the one to read first. */
    private List<Snapshot> snapshots(String name) {
        List<String> parts = parts(name);
        HubCache cache = new HubCache(folder);
        return parts.size() == 1
                ? cache.snapshots(name)
                : cache.snapshot(parts.getFirst(), parts.getLast()).map(List::of).orElse(List.of());
    }

    /** The id and, if there is one, the revision. */
    private static List<String> parts(String name) {
        int at = name.indexOf(AT);
        List<String> parts = new ArrayList<>(List.of(at < 0 ? name : name.substring(0, at)));
        if (at >= 0) {
            parts.add(name.substring(at + 1));
        }
        return parts;
    }
}
