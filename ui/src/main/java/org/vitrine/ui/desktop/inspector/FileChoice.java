package org.vitrine.ui.desktop.inspector;

import java.nio.file.Path;
import java.util.Optional;

/** Asks where something is to be written. */
@FunctionalInterface
public interface FileChoice {
    /**
     * Asks for a file.
     *
     * @param name what it might be called
     * @return empty if nobody wants it written
     */
    Optional<Path> ask(String name);
}
