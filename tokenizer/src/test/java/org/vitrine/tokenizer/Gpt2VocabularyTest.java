package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The real GPT-2 vocabulary against the reference's records. The vocabulary is not ours to commit: these tests run
 * where {@code ../shared/fixtures/vocabs/gpt2} lies beside the checkout.
 */
class Gpt2VocabularyTest {
    private static Function<String, Optional<byte[]>> gpt2;

    @BeforeAll
    static void findVocabulary() {
        gpt2 = Fixtures.realVocabulary("gpt2");
    }

    @Test
    void everyRecordIsReproducedFromTokenizerJson() {
        everyRecordIsReproduced(gpt2);
    }

    @Test
    void everyRecordIsReproducedFromVocabularyAndMerges() {
        everyRecordIsReproduced(Fixtures.without(gpt2, "tokenizer.json"));
    }

    private static void everyRecordIsReproduced(Function<String, Optional<byte[]>> files) {
        Tokenizer plain = Tokenizers.load("gpt2", files);
        byte[] config = "{\"add_prefix_space\": true}".getBytes(StandardCharsets.UTF_8);
        Tokenizer spaced = Tokenizers.load("gpt2",
                name -> name.equals("tokenizer_config.json") ? Optional.of(config) : files.apply(name));
        List<JsonNode> cases = Fixtures.cases();
        assertThat(cases).hasSize(1074);
        for (JsonNode record : cases) {
            String text = record.get("text").asString();
            JsonNode expected = record.get("fast");
            assertThat(fields(plain.encode(text), plain)).as("record %s", record.get("id"))
                    .isEqualTo(expected(expected));
            assertThat(spaced.encode(text).ids()).as("record %s with a space", record.get("id"))
                    .isEqualTo(Fixtures.ints(expected.get("ids_prefix_space")));
        }
    }

    private static Map<String, String> fields(Encoding encoding, Tokenizer tokenizer) {
        List<Integer> ids = new ArrayList<>();
        List<Integer> special = new ArrayList<>();
        List<List<Integer>> offsets = new ArrayList<>();
        List<List<Integer>> offsets16 = new ArrayList<>();
        for (Token token : encoding.tokens()) {
            ids.add(token.id());
            special.add(token.special() ? 1 : 0);
            offsets.add(List.of(token.codePoints().start(), token.codePoints().end()));
            offsets16.add(List.of(token.span().start(), token.span().end()));
        }
        return Map.of("ids", plain(ids), "ids_nospecial", plain(ids), "tokens", String.join(" ", encoding.pieces()),
                "special", plain(special), "offsets", plain(offsets), "offsets16", plain(offsets16),
                "decode", tokenizer.decode(encoding.ids()));
    }

    private static Map<String, String> expected(JsonNode fast) {
        Map<String, String> fields = new HashMap<>();
        for (String field : List.of("ids", "ids_nospecial", "special", "offsets", "offsets16")) {
            fields.put(field, fast.get(field).toString());
        }
        List<String> tokens = new ArrayList<>();
        fast.get("tokens").forEach(token -> tokens.add(token.asString()));
        fields.put("tokens", String.join(" ", tokens));
        fields.put("decode", fast.get("decode").get("skip0_clean0").asString());
        return fields;
    }

    private static String plain(List<?> values) {
        return values.toString().replace(" ", "");
    }

    @Test
    void bytesThatAreNoUtf8DecodeAsInTheReference() {
        Tokenizer tokenizer = Tokenizers.load("gpt2", gpt2);
        for (JsonNode record : Fixtures.json("gpt2_invalid_utf8.json")) {
            assertThat(tokenizer.decode(Fixtures.ints(record.get("gpt2_ids")))).as("bytes %s", record.get("bytes"))
                    .isEqualTo(record.get("decoded").asString());
        }
    }
}
