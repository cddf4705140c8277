package org.vitrine.weights.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vitrine.weights.Checkpoint;
import org.vitrine.weights.ModelFiles;
import org.vitrine.weights.Safetensors;
import org.vitrine.weights.WeightsException;

/**
 * A revision of a model in the cache; it need not be complete.
 *
 * @param id {@code org/name} or {@code name}
 * @param commit which revision
 * @param folder where its files are
 */
public record Snapshot(String id, String commit, Path folder) {
    /** The files, under the name of the model. */
    public ModelFiles files() {
        return files(id);
    }

    /** The files, under the name by which the user called the model. */
    public ModelFiles files(String name) {
        return new Named(name, ModelFiles.folder(folder));
    }

    /** What it lacks to be read, in words; nothing if it has a configuration and all of its weights. */
    public Optional<String> missing() {
        ModelFiles files = files();
        if (!files.has(RepoListing.CONFIG)) {
            return Optional.of(RepoListing.CONFIG);
        }
        if (!files.has(RepoListing.WEIGHTS) && !files.has(RepoListing.INDEX)) {
            return Optional.of(RepoListing.WEIGHTS);
        }
        try {
            return Checkpoint.parts(files).stream().filter(part -> !files.has(part)).findFirst();
        } catch (WeightsException e) {
            return Optional.of("an index of the weights that can be read");
        }
    }

    /** A folder that goes by its model's id. */
    private record Named(String name, ModelFiles files) implements ModelFiles {
        @Override
        public List<String> names() {
            return files.names();
        }

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
