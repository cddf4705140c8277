package org.vitrine.ui.desktop;

import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.ui.desktop.saved.FileChoice;
import org.vitrine.ui.desktop.saved.FileKind;

/** Somebody who always chooses the same folder, and in it the file that is proposed. */
public record ChosenFiles(Path folder) implements FileChoice {
    @Override
    public Optional<Path> toSave(FileKind kind, String name) {
        return Optional.of(folder.resolve(name));
    }

    @Override
    public Optional<Path> toOpen(FileKind kind) {
        return Optional.of(folder.resolve("session.json"));
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.of(folder);
    }
}
