package org.vitrine.ui.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document is as its schema in {@code docs/schema} says; no property is there that the schema does not name. */
class SchemaTest {
    private static final Path SCHEMAS = Path.of("../docs/schema");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources()));

    @TempDir
    private Path folder;

    static List<Arguments> documents() {
        return Stream.of(List.of("predictions", " Heathrow airport is in the city of"),
                List.of("predictions", "The cat sat.", "The [MASK] lay."),
                List.of("predictions", "The capital of Spain is<mask>.", "--lens", "raw"),
                List.of("rankings", "The keys to the cabinet", "--generate", "3"),
                List.of("rankings", "The [MASK] sat.", "--show-inputs"),
                List.of("rankings", "The capital of Spain is<mask>."),
                List.of("rankings-watch", "The keys to the cabinet", "--watch", " is", "--watch-id", "7"),
                List.of("rankings-watch", "The [MASK] sat.", "--watch", "cat"),
                List.of("activations", "The keys to the cabinet"),
                List.of("activations", "A cat", "A dog", "--start", "nndsvd", "--components", "2"),
                List.of("activations", "A cat", "-m", "classroom-bart", "--stack", "decoder", "--from-layer", "1"),
                List.of("neurons", "The keys to the cabinet"), List.of("neurons", "A cat", "A dog", "--position", "0"),
                List.of("neurons", "A cat", "-m", "classroom-bart", "--layer", "1", "--neuron", "3"),
                List.of("attention-head-view", "The keys to the cabinet", "--threshold", "0.5"),
                List.of("attention-head-view", "A cat", "A dog", "--average", "--threshold", "0.5", "--filter", "a-b"),
                List.of("attention-head-view", "A cat", "-m", "classroom-bart", "--rollout"),
                List.of("attention-head-view", "A cat", "-m", "classroom-bart", "--attention", "cross"),
                List.of("attention-neuron-view", "The keys to the cabinet"),
                List.of("attention-neuron-view", "A cat", "A dog", "--hide-special"),
                List.of("attention-neuron-view", "A cat", "-m", "classroom-bart", "--attention", "cross"),
                List.of("attention-model-view", "A cat", "A dog", "--layers", "0", "--threshold", "0.9"),
                List.of("attention-model-view", "A cat", "-m", "classroom-bart"),
                List.of("generate", "Anna had", "--max-new-tokens", "4"),
                List.of("generate", "Anna had", "--max-new-tokens", "4", "--beams", "2"),
                List.of("generate", "Anna had a dog.", "-m", "classroom-bart"),
                List.of("tokenize", "Thé keys\n\u200bzzz"), List.of("tokenize", "Thé keys\u0001 zzz 你", "cats"),
                List.of("tokenize", "is<mask>", "-m", "classroom-bart"), List.of("inspect", "classroom-gpt2"),
                List.of("inspect", "classroom-bart"), List.of("models"), List.of("pull", "org/tiny"),
                List.of("devices"),
                List.of("check", "-m", Run.TINY.toString(), "--backend", "scalar"), List.of("tour", "--out"),
                List.of("trace", "The keys", "--out"), List.of("trace", "A cat", "A dog", "--out"))
                .map(Arguments::of).toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aDocumentIsAsItsSchemaSays(List<String> command) throws IOException {
        List<String> args = new ArrayList<>(command);
        if (args.getLast().equals("--out")) {
            args.add(folder.resolve("out").toString());
        }
        args.add("--json");
        Run run;
        try (FolderHub hub = new FolderHub(Run.TINY)) {
            run = Run.with(hub.settings(folder.resolve("cache")), "", args.toArray(String[]::new));
        }
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(violations(command.getFirst(), run.out())).isEmpty();
    }

    @Test
    void aDocumentThatIsNotIsFound() {
        assertThat(violations("models", "{\"models\": []}")).isNotEmpty();
        String document = Run.of("predictions", "The keys", "--json").out();
        assertThat(violations("predictions", document.replaceFirst("\\{", "{\"more\": 1, "))).isNotEmpty();
        String neurons = Run.of("neurons", "The keys", "--json").out();
        assertThat(violations("neurons", neurons.replace("\"position\":1,\"neurons\"", "\"neurons\""))).isNotEmpty();
        assertThat(violations("predictions", document.replaceFirst("\"rank\":1", "\"rank\":0"))).isNotEmpty();
    }

    @Test
    void everyCommandHasASchemaAndATest() throws IOException {
        Set<String> commands = new HashSet<>(CommandLines.names());
        commands.removeAll(List.of("view", "jshell")); // a window and a shell are no documents
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            assertThat(files.map(file -> file.getFileName().toString()).map(name -> name.replace(".json", ""))
                    .filter(name -> !name.equals("common"))).containsExactlyInAnyOrderElementsOf(commands);
        }
        assertThat(documents().stream().map(arguments -> ((List<?>) arguments.get()[0]).getFirst())
                .collect(Collectors.toSet())).isEqualTo(commands);
    }

    /** Where a document is not as its command's schema says. */
    static List<Error> violations(String command, String document) {
        Path file = SCHEMAS.resolve(command + ".json").toAbsolutePath().normalize();
        Schema schema = REGISTRY.getSchema(SchemaLocation.of(file.toUri().toString()));
        return schema.validate(document, InputFormat.JSON);
    }
}
