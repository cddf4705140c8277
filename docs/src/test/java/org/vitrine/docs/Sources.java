package org.vitrine.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's files, as the tests of this module see them. */
final class Sources {
    /** The folder that holds all modules. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Sources() {
    }

    /** The folder {@code src/main/java} of each module that has one. */
    static List<Path> roots() {
        return list(ROOT).map(module -> module.resolve("src/main/java")).filter(Files::isDirectory).sorted().toList();
    }

    /** Every Java file of a folder and of those below. */
    static List<Path> javaFiles(Path folder) {
        return files(folder, ".java");
    }

    /** Every page of a folder and of those below, but for what a build has made. */
    static List<Path> markdown(Path folder) {
        return files(folder, ".md").stream().filter(file -> !shown(file).contains("/target/")).toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies in a folder. */
    static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a person reads it: seen from the project's folder. */
    static String shown(Path file) {
        return ROOT.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
