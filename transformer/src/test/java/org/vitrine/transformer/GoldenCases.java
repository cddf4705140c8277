package org.vitrine.transformer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;

/** Which tiny model, on which input, on which back end: the cases of the golden tests. */
public final class GoldenCases {
    private GoldenCases() {
    }

    /**
     * Every model of a family with every golden file of its own, or of the model that has the same numbers, on every
     * back end: arguments (model, golden file, back end).
     *
     * @param family the beginning of the models' names
     * @param sameAs models without golden files of their own, and whose files are theirs
     */
    public static Stream<Arguments> of(String family, Map<String, String> sameAs) throws IOException {
        List<Ops> backends = List.of(new ScalarOps(), new VectorOps(1), new VectorOps(3));
        return models(family).flatMap(model -> inputs(sameAs.getOrDefault(model, model))
                .flatMap(input -> backends.stream().map(ops -> Arguments.of(model, input, ops))));
    }

    private static Stream<String> models(String family) throws IOException {
        try (Stream<Path> folders = Files.list(Fixtures.path("models"))) {
            return folders.map(folder -> folder.getFileName().toString()).filter(name -> name.startsWith(family))
                    .sorted().toList().stream();
        }
    }

    private static Stream<Path> inputs(String model) {
        try (Stream<Path> files = Files.list(Fixtures.path("golden/" + model))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
