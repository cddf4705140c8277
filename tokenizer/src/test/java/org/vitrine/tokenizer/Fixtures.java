package org.vitrine.tokenizer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that tests read. */
final class Fixtures {
    private static final JsonMapper JSON = new JsonMapper();

    private Fixtures() {
    }

    /** The bytes of a test resource, if there is one of that name. */
    static Optional<byte[]> resource(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream("/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classroom model's files by name. */
    static Optional<byte[]> classroom(String file) {
        return resource("classroom-gpt2/" + file);
    }

    static String classroomText(String file) {
        return new String(classroom(file).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** The files of the classroom's BERT by name. */
    static Optional<byte[]> classroomBert(String file) {
        return resource("classroom-bert/" + file);
    }

    static String classroomBertText(String file) {
        return new String(classroomBert(file).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** Files out of a map, for damaged folders. */
    static Function<String, Optional<byte[]>> files(Map<String, String> contents) {
        return name -> Optional.ofNullable(contents.get(name)).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** A folder's files, but without some of them. */
    static Function<String, Optional<byte[]>> without(Function<String, Optional<byte[]>> files, String... left) {
        return name -> List.of(left).contains(name) ? Optional.empty() : files.apply(name);
    }

    /** The files in a folder on disk by name. */
    static Function<String, Optional<byte[]>> folder(Path folder) {
        return name -> {
            try {
                Path file = folder.resolve(name);
                return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** The classroom BART's files by name. */
    static Optional<byte[]> classroomBart(String file) {
        return resource("classroom-bart/" + file);
    }

    static String text(String resource) {
        return new String(resource(resource).orElseThrow(), StandardCharsets.UTF_8);
    }

    /**
     * A real vocabulary by name. It is not ours to commit: a test that needs it runs where {@code
     * shared/fixtures/vocabs} lies beside the checkout or above, and is skipped with a printed reason elsewhere.
     */
    static Function<String, Optional<byte[]>> realVocabulary(String name) {
        Optional<Path> folder = realVocabularyFolder(name);
        assumeTrue(folder.isPresent(), "there is no vocabulary " + name + " beside the checkout");
        return folder(folder.get());
    }

    /** Where a real vocabulary lies, if it does; a reason is printed if not. */
    static Optional<Path> realVocabularyFolder(String name) {
        Path beside = Path.of("shared", "fixtures", "vocabs", name);
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(beside))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            System.out.println("Tests of the vocabulary " + name + " are skipped: there is no " + beside
                    + " beside the checkout");
            return Optional.empty();
        }
        return Optional.of(folder.resolve(beside));
    }

    /** What the reference answered for GPT-2's vocabulary, one record a text. */
    static List<JsonNode> cases() {
        return cases("gpt2.jsonl");
    }

    /** What the reference answered for some vocabulary, one record a text or pair. */
    static List<JsonNode> cases(String resource) {
        return text(resource).lines().map(JSON::readTree).toList();
    }

    /** The second text of a record, empty if it has none. */
    static String pair(JsonNode record) {
        return record.get("pair").isNull() ? "" : record.get("pair").asString();
    }

    /** The texts of the records. */
    static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (JsonNode record : cases()) {
            texts.add(record.get("text").asString());
        }
        return texts;
    }

    static JsonNode json(String resource) {
        return JSON.readTree(resource(resource).orElseThrow());
    }

    static int[] ints(JsonNode array) {
        int[] values = new int[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asInt();
        }
        return values;
    }

    /** A text as it may be shown: ASCII only. */
    static String escape(String text) {
        StringBuilder shown = new StringBuilder("\"");
        for (char c : text.substring(0, Math.min(200, text.length())).toCharArray()) {
            shown.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return shown.append('"').toString();
    }
}
