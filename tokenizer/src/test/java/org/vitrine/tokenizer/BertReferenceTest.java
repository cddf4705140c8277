package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The classroom's BERT and a tiny one, uncased and cased, beside the Rust library that reads the same file. */
class BertReferenceTest {
    private static final String UNCASED = Fixtures.classroomBertText("tokenizer.json");
    private static RustTokenizer both;

    @BeforeAll
    static void load() {
        both = new RustTokenizer(UNCASED);
    }

    @AfterAll
    static void close() {
        both.close();
    }

    /** The classroom tokenizer with other options of its normalizer. */
    static String withOptions(String options) {
        String normalizer = "\"normalizer\": {\"type\": \"BertNormalizer\", ";
        String json = UNCASED.replaceFirst("\"normalizer\":\\s*\\{[^}]*}", normalizer + options + "}");
        assertThat(json).isNotEqualTo(UNCASED);
        return json;
    }

    static String cased() {
        return withOptions("\"clean_text\": true, \"handle_chinese_chars\": true, \"strip_accents\": null,"
                + " \"lowercase\": false");
    }

    /** Each option against its default, and the two that hang together in all ways. */
    static List<String> variants() {
        String all = "\"clean_text\": true, \"handle_chinese_chars\": true, \"strip_accents\": null, \"lowercase\": true";
        String small = all.replace("null", "false");
        String tiny = new String(Fixtures.resource("tiny-bert/tokenizer.json").orElseThrow(), StandardCharsets.UTF_8);
        return List.of(UNCASED, tiny, cased(), withOptions(small), withOptions(all.replace("null", "true")),
                withOptions(small.replace("\"lowercase\": true", "\"lowercase\": false")),
                withOptions(all.replace("\"clean_text\": true", "\"clean_text\": false")),
                withOptions(all.replace("\"handle_chinese_chars\": true", "\"handle_chinese_chars\": false")),
                withOptions(all).replaceFirst("\"normalizer\":\\s*\\{[^}]*}", "\"normalizer\": null"));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyTextAndPairOfTheRecordsGivesTheReferencesTokens(String json) {
        List<JsonNode> cases = Fixtures.cases("bert-base-uncased.jsonl");
        assertThat(cases).hasSize(1099);
        try (RustTokenizer variant = new RustTokenizer(json)) {
            for (JsonNode record : cases) {
                variant.assertSame(record.get("text").asString(), Fixtures.pair(record));
            }
        }
    }

    /** Of the big blocks, in which all characters are treated alike, one in 17. */
    private static boolean isTried(int codePoint) {
        boolean big = codePoint >= 0x3400 && codePoint < 0xA000 || codePoint >= 0xAC00 && codePoint < 0xF900
                || codePoint >= 0x20000;
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return !surrogate && (!big || codePoint % 17 == 0 || codePoint >= 0x2F800 && codePoint < 0x2FB00);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 6}) // uncased, cased, uncased with accents, without clean_text
    void everyCodePointIsCleanedAndSplitAsInTheReference(int variant) {
        try (RustTokenizer tokenizers = new RustTokenizer(variants().get(variant))) {
            StringBuilder text = new StringBuilder();
            for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
                if (isTried(codePoint)) {
                    text.append('a').appendCodePoint(codePoint).append("e ").appendCodePoint(codePoint).append(' ');
                }
                if (text.length() > 4_000 || codePoint == Character.MAX_CODE_POINT) {
                    tokenizers.assertSame(text.toString());
                    text.setLength(0);
                }
            }
        }
    }

    @Test
    void vocabularyFileGivesTheSameAsTokenizerJson() {
        for (String left : List.of("special_tokens_map.json", "tokenizer_config.json", "")) {
            Tokenizer files = Tokenizers.load("classroom",
                    Fixtures.without(Fixtures::classroomBert, "tokenizer.json", left));
            for (JsonNode record : Fixtures.cases("bert-base-uncased.jsonl")) {
                String text = record.get("text").asString();
                assertThat(files.encode(text, Fixtures.pair(record)))
                        .isEqualTo(both.ours().encode(text, Fixtures.pair(record)));
            }
            assertThat(files.vocabulary().specialTokens())
                    .containsExactlyInAnyOrderElementsOf(both.ours().vocabulary().specialTokens());
        }
    }

    @Test
    void randomIdsDecodeAsInTheReference() {
        Random random = new Random(7);
        int size = both.ours().vocabulary().size();
        for (int round = 0; round < 5_000; round++) {
            int[] ids = random.ints(1 + random.nextInt(12), 0, round % 2 == 0 ? size : 60).toArray();
            assertThat(both.ours().decode(ids)).as("ids %s", ids).isEqualTo(both.decode(ids));
        }
    }

    @Test
    void idsThatTheVocabularyDoesNotHaveDecodeToNothing() {
        int size = both.ours().vocabulary().size();
        int[] ids = {5, size, 6, size + 1_000_000, 7};
        assertThat(both.ours().decode(ids)).isEqualTo("! \" #").isEqualTo(both.decode(ids));
        assertThat(both.ours().decode(new int[]{-1, 5})).isEqualTo("!");
    }
}
