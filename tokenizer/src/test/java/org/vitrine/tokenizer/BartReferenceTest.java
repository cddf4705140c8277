package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** BART's small vocabularies, beside the Rust library that reads the same tokenizer.json. */
class BartReferenceTest {
    private static final List<JsonNode> RECORDS = Fixtures.cases("bart.jsonl");

    private static Function<String, Optional<byte[]>> folder(String model) {
        return file -> Fixtures.resource(model + "/" + file);
    }

    private static RustTokenizer both(String model) {
        return new RustTokenizer(Fixtures.text(model + "/tokenizer.json"));
    }

    private static String pair(JsonNode record) {
        return record.get("pair").isNull() ? "" : record.get("pair").asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classroom-bart", "bart-tiny"})
    void everyTextAndPairOfTheRecordsGivesTheReferencesTokens(String model) {
        assertThat(RECORDS).hasSize(1099);
        try (RustTokenizer both = both(model)) {
            for (JsonNode record : RECORDS) {
                both.assertSame(record.get("text").asString(), pair(record));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"classroom-bart", "bart-tiny"})
    void neighbouringTextsOfTheRecordsArePairsAsInTheReference(String model) {
        try (RustTokenizer both = both(model)) {
            for (int i = 1; i < RECORDS.size(); i++) {
                both.assertSame(RECORDS.get(i - 1).get("text").asString(), RECORDS.get(i).get("text").asString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"classroom-bart", "bart-tiny"})
    void vocabularyAndMergesGiveTheSameAsTokenizerJson(String model) {
        Tokenizer json = Tokenizers.load(model, folder(model));
        Tokenizer files = Tokenizers.load(model, Fixtures.without(folder(model), "tokenizer.json"));
        for (JsonNode record : RECORDS) {
            String text = record.get("text").asString();
            assertThat(files.encode(text, pair(record))).isEqualTo(json.encode(text, pair(record)));
        }
        assertThat(files.vocabulary().addedTokens()).isEqualTo(json.vocabulary().addedTokens());
        assertThat(files.vocabulary().mask()).isEqualTo(json.vocabulary().mask()).isPresent();
    }

    @Test
    void textsArePutBetweenSpecialTokensThatHaveNoPlaceInThem() {
        Tokenizer tokenizer = Tokenizers.load("classroom", Fixtures::classroomBart);
        Encoding one = tokenizer.encode("the keys");
        assertThat(one.pieces()).startsWith("<s>").endsWith("</s>");
        Encoding two = tokenizer.encode("the", " keys");
        assertThat(two.pieces()).containsExactly("<s>", "the", "</s>", "</s>", "Ġkeys", "</s>");
        assertThat(two.tokens()).extracting(Token::text).containsExactly(-1, 0, -1, -1, 1, -1);
        assertThat(two.segments()).containsOnly(0);
        assertThat(two.tokens()).extracting(Token::span).containsExactly(new Span(0, 0), new Span(0, 3),
                new Span(0, 0), new Span(0, 0), new Span(1, 5), new Span(0, 0));
        assertThat(two.content()).extracting(Token::piece).containsExactly("the", "Ġkeys");
        assertThat(tokenizer.readsPairs()).isTrue();
        assertThat(tokenizer.encode("the", "")).isEqualTo(tokenizer.encode("the"));
        assertThat(tokenizer.encode("").pieces()).containsExactly("<s>", "</s>");
    }

    @Test
    void maskTakesTheSpaceBeforeItAlongAndStandsInTheText() {
        Tokenizer tokenizer = Tokenizers.load("classroom", Fixtures::classroomBart);
        AddedToken mask = tokenizer.vocabulary().mask().orElseThrow();
        Token token = tokenizer.encode("the \t<mask> keys").tokens().get(2);
        assertThat(token.id()).isEqualTo(mask.id());
        assertThat(token.piece()).isEqualTo("<mask>");
        assertThat(token.special()).isFalse();
        assertThat(token.span()).isEqualTo(new Span(5, 11)); // trimmed, though the token took the space
        assertThat(tokenizer.vocabulary().isSpecial(token.id())).isTrue();
        assertThat(tokenizer.encode("the\t <mask>").pieces()).containsExactly("<s>", "the", "<mask>", "</s>");
    }

    @Test
    void specialTokensAreReadAndWrittenAsTheyAre() {
        Tokenizer tokenizer = Tokenizers.load("classroom", Fixtures::classroomBart);
        int[] ids = tokenizer.encode("the <mask> keys").ids();
        assertThat(tokenizer.decode(ids)).isEqualTo("<s>the<mask> keys</s>");
        assertThat(tokenizer.decodeText(ids)).isEqualTo("the keys");
        assertThat(tokenizer.text(0)).isEqualTo("<s>");
        assertThat(tokenizer.text(tokenizer.vocabulary().mask().orElseThrow().id())).isEqualTo("<mask>");
        assertThat(tokenizer.vocabulary().specialTokens()).extracting(AddedToken::content).containsExactly("<s>",
                "<pad>", "</s>", "<unk>", "<mask>");
    }

    @Test
    void stepsOfEveryTextLeadToTheTokensWithTheirTemplate() {
        Tokenizer tokenizer = Tokenizers.load("classroom", Fixtures::classroomBart);
        for (JsonNode record : RECORDS) {
            StepsTest.assertStepsLeadToTokens(tokenizer, record.get("text").asString());
        }
    }

    @Test
    void randomIdsDecodeAsInTheReference() {
        Random random = new Random(7);
        try (RustTokenizer both = both("classroom-bart")) {
            int size = both.ours().vocabulary().size();
            for (int round = 0; round < 2_000; round++) {
                int[] ids = random.ints(1 + random.nextInt(12), 0, round % 2 == 0 ? size : 8).toArray();
                assertThat(both.ours().decode(ids)).as("ids %s", ids).isEqualTo(both.decode(ids));
            }
        }
    }
}
