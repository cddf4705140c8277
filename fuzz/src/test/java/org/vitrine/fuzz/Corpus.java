package org.vitrine.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that are kept: one for each rule, and whatever has once been a finding. */
final class Corpus {
    private Corpus() {
    }

    /** The folder with a target's inputs. */
    static Path folder(Target target) {
        return resource("/corpus/" + target);
    }

    /** A target's inputs. */
    static List<Path> inputs(Target target) {
        try (Stream<Path> inputs = Files.list(folder(target))) {
            return inputs.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words from which inputs of a target are made. */
    static Path dictionary(Target target) {
        return resource("/dictionaries/" + target);
    }

    private static Path resource(String name) {
        try {
            return Path.of(Corpus.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
