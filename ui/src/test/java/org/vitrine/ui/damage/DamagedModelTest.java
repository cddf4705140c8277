package org.vitrine.ui.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.tokenizer.Encoding;
import org.vitrine.tokenizer.Tokenizer;
import org.vitrine.tokenizer.Tokenizers;
import org.vitrine.transformer.generate.GenerationSettings;
import org.vitrine.ui.cli.Run;
import org.vitrine.weights.ModelFiles;
import tools.jackson.databind.JsonNode;

/**
 * Every file of the classroom models, damaged 200 times: reading and using it ends well or in an exception of ours, within
 * bounds of time and memory. Well means that the work was done, on numbers that are finite: a flipped bit in a weight
 * makes another model, which no reader can tell from the one that was meant.
 */
class DamagedModelTest {
    private static final int ROUNDS = 200;
    private static final String WEIGHTS = "model.safetensors";
    private static final List<String> FILES = List.of("config.json", WEIGHTS, "generation_config.json",
            "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "vocab.json", "merges.txt",
            "vocab.txt");
    /** So many times the bytes that are read, and so many more, may be taken in all; the first case loads classes, too. */
    private static final int TIMES = 10;
    private static final long CONSTANT = 32L << 20;

    @TempDir
    private Path folder;

    private static Stream<Arguments> files(List<String> wanted) {
        return ModelFiles.classroomNames().stream().flatMap(model -> wanted.stream()
                .filter(ModelFiles.classroom(model)::has).map(file -> Arguments.of(model, file)));
    }

    static Stream<Arguments> modelFiles() {
        return files(FILES.subList(0, 2));
    }

    static Stream<Arguments> smallFiles() {
        return files(FILES.subList(2, FILES.size()));
    }

    /** A model on disk, as a command reads it. */
    @ParameterizedTest
    @MethodSource("modelFiles")
    void aModelWithADamagedFilePredictsFiniteNumbersOrIsRefusedInOneLine(String model, String damaged)
            throws IOException {
        ModelFiles files = ModelFiles.classroom(model);
        long read = 0;
        for (String file : FILES) {
            if (files.has(file)) {
                read += Files.write(folder.resolve(file), files.read(file)).toFile().length();
            }
        }
        damage(model, damaged, read, content -> {
            Files.delete(folder.resolve(damaged));
            Files.write(folder.resolve(damaged), content);
            return predict(model);
        });
    }

    @ParameterizedTest
    @MethodSource("smallFiles")
    void aDamagedSmallFileIsRefusedInOneLineOrDoesNoHarm(String model, String damaged) {
        damage(model, damaged, ModelFiles.classroom(model).read(damaged).length, content -> {
            if (damaged.equals("generation_config.json")) {
                GenerationSettings.of(new DamagedFiles(model, damaged, content, Set.of()), 1_000);
                GenerationSettings.leftOut(new DamagedFiles(model, damaged, content, Set.of()));
                return Optional.empty();
            }
            if (damaged.startsWith("tokenizer")) {
                tokenize(new DamagedFiles(model, damaged, content, Set.of()));
            }
            if (!damaged.equals("tokenizer.json")) { // without it the other files are read
                tokenize(new DamagedFiles(model, damaged, content, Set.of("tokenizer.json")));
            }
            return Optional.empty();
        });
    }

    private interface Use {
        Optional<String> refusal(byte[] content) throws IOException;
    }

    private static void damage(String model, String damaged, long read, Use use) {
        byte[] whole = ModelFiles.classroom(model).read(damaged);
        long most = TIMES * read + CONSTANT;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String what = model + "/" + damaged + ", round " + round;
            Damage damage = new Damage(new Random(Objects.hash(model, damaged, round)), head(damaged, whole));
            byte[] content = damaged.equals(WEIGHTS) ? damage.weights(whole) : damage.text(whole);
            Outcome outcome = Outcome.of(what, () -> use.refusal(content));
            assertThat(outcome.bytes()).as("bytes for %s", what).isLessThan(most);
            refused += outcome.refused() ? 1 : 0;
        }
        assertThat(refused).as("refused of %d", ROUNDS).isBetween(1, ROUNDS - 1);
    }

    /** Weights say in their header how the rest is read, texts at their beginning. */
    private static int head(String file, byte[] whole) {
        return file.equals(WEIGHTS)
                ? Long.BYTES + (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong(0)
                : 2_000;
    }

    private Optional<String> predict(String model) {
        Run run = Run.of("predictions", text(model), "-m", folder.toString(), "--threads", "1", "--json");
        if (run.code() != 0) {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            return Optional.of(run.err().strip());
        }
        JsonNode candidates = run.json().findValue("candidates");
        assertThat(candidates).isNotEmpty();
        for (JsonNode candidate : candidates) {
            assertThat(candidate.get("probability").asDouble()).isBetween(0.0, 1.0);
            assertThat(candidate.get("logit").asDouble()).isFinite();
        }
        return Optional.empty();
    }

    private static String text(String model) {
        return switch (model) {
            case "classroom-bert" -> "The [MASK] sat on the mat.";
            case "classroom-bart" -> "The capital of Spain is<mask>.";
            default -> " The cat sat on the";
        };
    }

    private static void tokenize(ModelFiles files) {
        Tokenizer tokenizer = Tokenizers.load(files.name(), files::find);
        Encoding encoding = tokenizer.encode(text(files.name()));
        assertThat(tokenizer.steps(text(files.name()))).hasSize(5);
        assertThat(tokenizer.decode(encoding.ids())).isNotNull();
        for (int id : encoding.ids()) {
            assertThat(tokenizer.text(id)).isNotNull();
        }
    }
}
