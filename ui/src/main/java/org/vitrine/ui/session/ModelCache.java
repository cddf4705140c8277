package org.vitrine.ui.session;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.transformer.config.ConfigFile;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.WeightsException;

/**
 * The models that Hugging Face's programs have left on this machine. Each is a folder {@code models--org--name} whose {@code
 * snapshots} hold its revisions; {@code refs/main} names the usual one. Nothing is ever fetched.
 *
 * @param folder the cache; it need not be there
 */
public record ModelCache(Path folder) {
    private static final String PREFIX = "models--";
    private static final Pattern ID = Pattern.compile("[\\w.-]{1,96}(/[\\w.-]{1,96})?");
    private static final Pattern REVISION = Pattern.compile("[0-9a-zA-Z]{1,64}");
    private static final List<String> WEIGHTS = List.of("model.safetensors", "model.safetensors.index.json");
    /** More models than anybody chooses from a list. */
    private static final int MOST = 500;

    /** The cache of this machine's user. */
    public static ModelCache ofUser() {
        return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * The cache that these variables name.
     *
     * @param environment {@code HF_HUB_CACHE} names the cache, {@code HF_HOME} the folder above it
     * @param home the user's folder, where it is if neither is set
     */
    public static ModelCache of(Map<String, String> environment, Path home) {
        Path usual = home.resolve(Path.of(".cache", "huggingface", "hub"));
        try {
            if (!environment.getOrDefault("HF_HUB_CACHE", "").isBlank()) {
                return new ModelCache(Path.of(environment.get("HF_HUB_CACHE")));
            }
            return environment.getOrDefault("HF_HOME", "").isBlank() ? new ModelCache(usual)
                    : new ModelCache(Path.of(environment.get("HF_HOME"), "hub"));
        } catch (InvalidPathException e) {
            return new ModelCache(usual);
        }
    }

    /** The ids of all models here that can be read, in alphabetical order. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Path model : content(folder)) {
            String name = model.getFileName().toString();
            String id = name.startsWith(PREFIX) ? name.substring(PREFIX.length()).replace("--", "/") : "";
            if (find(id).isPresent()) {
                ids.add(id);
            }
        }
        ids.sort(String.CASE_INSENSITIVE_ORDER);
        return List.copyOf(ids);
    }

    /** The files of a model with this id, {@code org/name} or {@code name}, if it is here and of a supported kind. */
    public Optional<ModelFiles> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Path model = folder.resolve(PREFIX + id.replace("/", "--"));
        Path snapshots = model.resolve("snapshots");
        List<Path> revisions = new ArrayList<>();
        main(model).map(snapshots::resolve).ifPresent(revisions::add);
        content(snapshots).stream().sorted(Comparator.comparingLong(ModelCache::age).reversed())
                .forEach(revisions::add);
        return revisions.stream().filter(ModelCache::isUsable).findFirst()
                .map(revision -> new Cached(id, ModelFiles.folder(revision)));
    }

    /** The revision that {@code refs/main} names. */
    private static Optional<String> main(Path model) {
        Path file = model.resolve(Path.of("refs", "main"));
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > 100) {
                return Optional.empty();
            }
            String revision = Files.readString(file).strip();
            return REVISION.matcher(revision).matches() ? Optional.of(revision) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isUsable(Path revision) {
        try {
            return Files.isRegularFile(revision.resolve("config.json"))
                    && WEIGHTS.stream().anyMatch(file -> Files.isRegularFile(revision.resolve(file)))
                    && Family.find(ConfigFile.of(ModelFiles.folder(revision)).modelType()).isPresent();
        } catch (ModelException | WeightsException e) {
            return false;
        }
    }

    private static List<Path> content(Path parent) {
        List<Path> content = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(parent)) {
                for (Path each : all) {
                    if (content.size() < MOST) {
                        content.add(each);
                    }
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

    /** A folder that goes by its model's id. */
    private record Cached(String name, ModelFiles files) implements ModelFiles {
        @Override
        public boolean has(String file) {
            return files.has(file);
        }

        @Override
        public byte[] read(String file) {
            return files.read(file);
        }

        @Override
        public Safetensors safetensors(String file) {
            return files.safetensors(file);
        }
    }
}
