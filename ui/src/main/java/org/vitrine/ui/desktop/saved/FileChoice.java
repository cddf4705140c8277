package org.vitrine.ui.desktop.saved;

import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.ui.session.FileException;

/** Asks a person for a file or a folder; empty where nobody wants one after all. */
public interface FileChoice {
    /**
     * A file to write; one that is there may be replaced.
     *
     * @param name what it could be called
     * @throws FileException if nobody can be asked on this screen
     */
    Optional<Path> toSave(FileKind kind, String name);

    /**
     * A file to read.
     *
     * @throws FileException if nobody can be asked on this screen
     */
    Optional<Path> toOpen(FileKind kind);

    /**
     * A folder to read.
     *
     * @param title what it is for
     * @throws FileException if nobody can be asked on this screen
     */
    Optional<Path> folder(String title);
}
