package org.vitrine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A model in a folder on disk. */
final class FolderFiles implements ModelFiles {
    /** More than a model has; a folder of anything else is not listed to its end. */
    private static final int MOST_NAMES = 1000;

    private final Path folder;

    FolderFiles(Path folder) {
        if (Files.isRegularFile(folder)) {
            throw new WeightsException(folder + ": is a file, expected the folder that holds the model"
                    + OtherFormats.of(folder.getFileName().toString()).map(format -> "; " + format).orElse(""));
        }
        if (!Files.isDirectory(folder)) {
            throw new WeightsException(folder + ": there is no such folder");
        }
        this.folder = folder;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public boolean has(String file) {
        return Files.exists(path(file));
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (names.size() == MOST_NAMES) {
                    break;
                }
                names.add(file.getFileName().toString());
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(); // names are for messages only; what cannot be read is said where it is read
        }
        Collections.sort(names);
        return names;
    }

    @Override
    public byte[] read(String file) {
        Path path = path(file);
        if (!Files.exists(path)) {
            throw new WeightsException(name() + ": there is no file " + Wording.quoted(file) + " in this folder"
                    + OtherFormats.among(names()).map(format -> "; " + format).orElse(""));
        }
        // Anything else, such as a pipe, could keep the reader waiting for ever.
        if (!Files.isRegularFile(path)) {
            throw new WeightsException(path + ": expected a file, found a folder or a device");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return SmallFiles.readAll(in, path.toString());
        } catch (IOException e) {
            throw new WeightsException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Safetensors safetensors(String file) {
        return Safetensors.open(path(file));
    }

    private Path path(String file) {
        try {
            return folder.resolve(SmallFiles.plainName(file, name()));
        } catch (InvalidPathException e) {
            throw new WeightsException(name() + ": no file can be called " + Wording.quoted(file) + " here", e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
