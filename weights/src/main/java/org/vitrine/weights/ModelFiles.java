package org.vitrine.weights;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of one model: a folder on disk, or a classroom model inside the program. Names are plain file names, such as
 * {@code config.json}; nothing outside the model can be reached.
 */
public interface ModelFiles {
    /** Bytes that {@link #read} accepts; vocabularies and configurations are far smaller. */
    int LONGEST_TEXT = 64 << 20;

    /** What the user called the model, for messages. */
    String name();

    /** Whether there is a file of that name. */
    boolean has(String file);

    /** The names of all files, for messages; empty where nobody can tell. */
    default List<String> names() {
        return List.of();
    }

    /**
     * The whole content of a small file.
     *
     * @throws WeightsException if there is none, or it is beyond 64 MiB
     */
    byte[] read(String file);

    /**
     * The whole content of a small file, if there is one.
     *
     * @throws WeightsException if it is beyond 64 MiB
     */
    default Optional<byte[]> find(String file) {
        return has(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /**
     * Opens a file of weights; the caller closes it.
     *
     * @throws WeightsException if there is none, or it breaks a rule of the format
     */
    Safetensors safetensors(String file);

    /**
     * The files of a folder on disk. A link inside the folder is followed, wherever it leads, because Hugging Face's
     * cache consists of such links; a file name never leads out of the folder.
     *
     * @throws WeightsException if there is no such folder
     */
    static ModelFiles folder(Path folder) {
        return new FolderFiles(folder);
    }

    /**
     * The files of a classroom model, which is part of the program.
     *
     * @throws WeightsException if there is no classroom model of that name
     */
    static ModelFiles classroom(String name) {
        return new ClassroomFiles(name);
    }

    /** The names of all classroom models. */
    static List<String> classroomNames() {
        return ClassroomFiles.NAMES;
    }
}
