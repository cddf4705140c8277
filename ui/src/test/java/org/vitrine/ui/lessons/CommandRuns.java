package org.vitrine.ui.lessons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.ui.cli.Run;
import tools.jackson.databind.JsonNode;

/**
 * Runs commands as the pages show them, each once. Pictures go to a folder of its own, whatever name the command gives; what
 * {@code --out} names is removed again.
 */
final class CommandRuns {
    private static final Set<String> PICTURES = Set.of("--svg", "--png");
    private static final String SVG = "--svg";
    private static final String OUT = "--out";
    private static final String JSON = "--json";

    private final Path folder;
    private final Map<List<String>, Run> runs = new HashMap<>();
    private final Map<List<String>, JsonNode> documents = new HashMap<>();
    private final Map<List<String>, Path> pictures = new HashMap<>();

    CommandRuns(Path folder) {
        this.folder = folder;
    }

    /** What is printed for people. */
    Run printed(List<String> arguments) {
        return runs.computeIfAbsent(withoutPictures(arguments), this::run);
    }

    /** The document. */
    JsonNode document(List<String> arguments) {
        return documents.computeIfAbsent(withoutPictures(arguments), plain -> {
            List<String> all = new ArrayList<>(plain);
            if (!all.contains(JSON)) {
                all.add(JSON);
            }
            Run run = run(all);
            if (run.code() != 0) {
                throw new IllegalArgumentException("no document: " + run.err().strip());
            }
            return run.json();
        });
    }

    /** The picture, as SVG. */
    Path picture(List<String> arguments) {
        return pictures.computeIfAbsent(withoutPictures(arguments), plain -> {
            Path file = folder.resolve("picture-" + pictures.size() + ".svg");
            List<String> all = new ArrayList<>(plain);
            all.addAll(List.of(SVG, file.toString()));
            Run run = run(all);
            runs.putIfAbsent(plain, run);
            if (run.code() != 0) {
                throw new IllegalArgumentException("no picture: " + run.err().strip());
            }
            return file;
        });
    }

    /** What the command calls the picture that it makes, if it makes one. */
    static Optional<String> pictureName(List<String> arguments) {
        int at = arguments.indexOf(SVG);
        return at < 0 || at + 1 == arguments.size() ? Optional.empty() : Optional.of(arguments.get(at + 1));
    }

    private static List<String> withoutPictures(List<String> arguments) {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (PICTURES.contains(arguments.get(i))) {
                i++;
            } else {
                plain.add(arguments.get(i));
            }
        }
        return List.copyOf(plain);
    }

    /** The name that is printed must be the one on the page, so a file that is written lies where the test runs. */
    private Run run(List<String> arguments) {
        int out = arguments.indexOf(OUT);
        if (out < 0 || out + 1 == arguments.size()) {
            return Run.of(arguments.toArray(String[]::new));
        }
        String name = arguments.get(out + 1);
        if (!name.matches("[a-z0-9-]+\\.safetensors") || Files.exists(Path.of(name))) {
            throw new IllegalArgumentException("--out takes a plain new name.safetensors here, not " + name);
        }
        try {
            Run run = Run.of(arguments.toArray(String[]::new));
            Files.deleteIfExists(Path.of(name));
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
