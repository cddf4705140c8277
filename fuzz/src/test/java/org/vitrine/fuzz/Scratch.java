package org.vitrine.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The working folder, {@code target/scratch}: the only place where a target reads and writes files. In it there are three
 * small models, in the folders gpt2, bert and bart, and a file of texts.
 */
final class Scratch {
    static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final String TEXTS = "texts";

    private Scratch() {
    }

    /** Unpacks the models; fails where the working folder is another one. */
    static void prepare() {
        if (!FOLDER.endsWith(Path.of("target", "scratch"))) {
            throw new IllegalStateException("expected the working folder target/scratch, not " + FOLDER);
        }
        try {
            for (String model : List.of("gpt2", "bert", "bart")) {
                unpack(model);
            }
            Files.writeString(FOLDER.resolve(TEXTS), "{\"text\": \"abc\"}\n{\"text\": \"b\", \"text_pair\": \"c\"}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(String model) throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve(model));
        try (InputStream in = Scratch.class.getResourceAsStream("/models/" + model)) {
            Bundle bundle = new Bundle(in.readAllBytes());
            for (String file : bundle.names()) {
                byte[] content = bundle.read(file);
                Files.write(folder.resolve(file),
                        file.endsWith(".safetensors") ? Bundle.withData(content) : content);
            }
        }
    }

    /** Removes what was written since. */
    static void clean() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(TEXTS)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file into it. */
    static Path file(String name, byte[] content) {
        try {
            return Files.write(FOLDER.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
