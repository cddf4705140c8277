package org.vitrine.ui.desktop.saved;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.vitrine.ui.session.FileException;

/** Asks with the operating system's own windows, which begin in the folder that was chosen last. */
public final class FilePickers implements FileChoice {
    private final Supplier<Window> owner;
    private Path folder;

    /** Windows above another one; null for none. */
    public FilePickers(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> toSave(FileKind kind, String name) {
        FileChooser chooser = chooser(kind);
        chooser.setInitialFileName(name);
        return remember(asked(() -> chooser.showSaveDialog(owner.get())), true);
    }

    @Override
    public Optional<Path> toOpen(FileKind kind) {
        FileChooser chooser = chooser(kind);
        return remember(asked(() -> chooser.showOpenDialog(owner.get())), true);
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        return remember(asked(() -> chooser.showDialog(owner.get())), false);
    }

    private FileChooser chooser(FileKind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(kind.title());
        chooser.getExtensionFilters().add(new ExtensionFilter(kind.title(), "*." + kind.extension()));
        chooser.setInitialDirectory(start());
        return chooser;
    }

    /** A folder that has gone would keep the window from opening. */
    private File start() {
        return folder != null && Files.isDirectory(folder) ? folder.toFile() : null;
    }

    private static File asked(Supplier<File> window) {
        try {
            return window.get();
        } catch (UnsupportedOperationException e) {
            throw new FileException("this screen has no window in which files can be chosen", e);
        }
    }

    private Optional<Path> remember(File chosen, boolean file) {
        Optional<Path> path = Optional.ofNullable(chosen).map(File::toPath);
        path.map(found -> file ? found.getParent() : found).ifPresent(found -> folder = found);
        return path;
    }
}
