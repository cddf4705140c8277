package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * BART's real vocabulary against the reference's records. The vocabulary is not ours to commit: these tests run where
 * {@code ../shared/fixtures/vocabs/bart} lies beside the checkout.
 */
class BartVocabularyTest {
    private static Function<String, Optional<byte[]>> bart;

    @BeforeAll
    static void findVocabulary() {
        bart = Fixtures.realVocabulary("bart");
    }

    @Test
    void everyRecordIsReproducedFromTokenizerJson() {
        everyRecordIsReproduced(bart);
    }

    @Test
    void everyRecordIsReproducedFromVocabularyAndMerges() {
        everyRecordIsReproduced(Fixtures.without(bart, "tokenizer.json"));
    }

    private static void everyRecordIsReproduced(Function<String, Optional<byte[]>> files) {
        Tokenizer plain = Tokenizers.load("bart", files);
        byte[] config = "{\"tokenizer_class\": \"BartTokenizer\", \"add_prefix_space\": true}"
                .getBytes(StandardCharsets.UTF_8);
        Tokenizer spaced = Tokenizers.load("bart",
                name -> name.equals("tokenizer_config.json") ? Optional.of(config) : files.apply(name));
        List<JsonNode> records = Fixtures.cases("bart.jsonl");
        assertThat(records).hasSize(1099);
        assertThat(records).filteredOn(record -> !record.get("pair").isNull()).hasSize(25);
        for (JsonNode record : records) {
            String text = record.get("text").asString();
            String pair = record.get("pair").isNull() ? "" : record.get("pair").asString();
            JsonNode fast = record.get("fast");
            assertThat(fields(plain.encode(text, pair), plain)).as("record %s", record.get("id"))
                    .isEqualTo(expected(fast));
            if (record.get("pair").isNull()) { // of pairs, the records say neither of these
                assertThat(ids(plain.encode(text))).as("record %s", record.get("id"))
                        .isEqualTo(Fixtures.ints(fast.get("ids_nospecial")));
                assertThat(ids(spaced.encode(text))).as("record %s with a space", record.get("id"))
                        .isEqualTo(Fixtures.ints(fast.get("ids_prefix_space")));
            }
        }
    }

    /** The ids of the text itself, without those of the template. */
    private static int[] ids(Encoding encoding) {
        return encoding.content().stream().mapToInt(Token::id).toArray();
    }

    private static Map<String, String> fields(Encoding encoding, Tokenizer tokenizer) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "ids", encoding, Token::id);
        put(fields, "type_ids", encoding, Token::segment);
        put(fields, "special", encoding, token -> token.special() ? 1 : 0);
        put(fields, "seq_ids", encoding, token -> token.special() ? null : token.text());
        put(fields, "offsets", encoding, token -> List.of(token.codePoints().start(), token.codePoints().end()));
        put(fields, "offsets16", encoding, token -> List.of(token.span().start(), token.span().end()));
        fields.put("tokens", String.join(" ", encoding.pieces()));
        fields.put("decode", tokenizer.decode(encoding.ids()));
        fields.put("decode without special tokens", tokenizer.decodeText(encoding.ids()));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, Encoding encoding, Function<Token, ?> value) {
        List<Object> values = new ArrayList<>();
        encoding.tokens().forEach(token -> values.add(value.apply(token)));
        fields.put(name, values.toString().replace(" ", ""));
    }

    private static Map<String, String> expected(JsonNode fast) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : List.of("ids", "type_ids", "special", "seq_ids", "offsets", "offsets16")) {
            fields.put(field, fast.get(field).toString());
        }
        List<String> tokens = new ArrayList<>();
        fast.get("tokens").forEach(token -> tokens.add(token.asString()));
        fields.put("tokens", String.join(" ", tokens));
        fields.put("decode", fast.get("decode").get("skip0_clean0").asString());
        fields.put("decode without special tokens", fast.get("decode").get("skip1_clean0").asString());
        return fields;
    }
}
