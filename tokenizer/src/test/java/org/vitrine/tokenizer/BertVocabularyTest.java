package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The real vocabularies of BERT against the reference's records, where they lie beside the checkout. */
class BertVocabularyTest {
    @ParameterizedTest
    @ValueSource(strings = {"bert-base-uncased", "bert-base-cased"})
    void everyRecordIsReproduced(String name) {
        Function<String, Optional<byte[]>> files = Fixtures.realVocabulary(name);
        List<JsonNode> cases = Fixtures.cases(name + ".jsonl");
        assertThat(cases).hasSize(1099);
        for (Tokenizer tokenizer : List.of(Tokenizers.load(name, files),
                Tokenizers.load(name, Fixtures.without(files, "tokenizer.json")))) {
            for (JsonNode record : cases) {
                Encoding encoding = tokenizer.encode(record.get("text").asString(), Fixtures.pair(record));
                assertThat(fields(encoding, tokenizer)).as("record %s", record.get("id"))
                        .containsAllEntriesOf(expected(record.get("fast")));
            }
        }
    }

    private static Map<String, Object> fields(Encoding encoding, Tokenizer tokenizer) {
        List<Integer> special = new ArrayList<>();
        List<List<Integer>> offsets = new ArrayList<>();
        List<List<Integer>> offsets16 = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Token token : encoding.tokens()) {
            special.add(token.special() ? 1 : 0);
            offsets.add(List.of(token.codePoints().start(), token.codePoints().end()));
            offsets16.add(List.of(token.span().start(), token.span().end()));
            texts.add(token.special() ? "null" : String.valueOf(token.text()));
        }
        int[] ids = encoding.ids();
        return new TreeMap<>(Map.of("ids", written(ids), "type_ids", written(encoding.segments()),
                "tokens", encoding.pieces(), "special", written(special), "offsets", written(offsets),
                "offsets16", written(offsets16), "seq_ids", written(texts),
                "ids_nospecial", written(encoding.content().stream().mapToInt(Token::id).toArray()),
                "skip0_clean0", tokenizer.decode(ids), "skip1_clean0", tokenizer.decodeText(ids)));
    }

    private static Map<String, Object> expected(JsonNode fast) {
        Map<String, Object> fields = new TreeMap<>();
        for (String field : List.of("ids", "type_ids", "special", "offsets", "offsets16", "seq_ids")) {
            fields.put(field, fast.get(field).toString());
        }
        if (fast.has("ids_nospecial")) { // the records of pairs do not have it
            fields.put("ids_nospecial", fast.get("ids_nospecial").toString());
        }
        List<String> tokens = new ArrayList<>();
        fast.get("tokens").forEach(token -> tokens.add(token.asString()));
        fields.put("tokens", tokens);
        fields.put("skip0_clean0", fast.get("decode").get("skip0_clean0").asString());
        fields.put("skip1_clean0", fast.get("decode").get("skip1_clean0").asString());
        return fields;
    }

    private static String written(int[] values) {
        List<Integer> list = new ArrayList<>();
        for (int value : values) {
            list.add(value);
        }
        return written(list);
    }

    private static String written(List<?> values) {
        return values.toString().replace(" ", "");
    }
}
