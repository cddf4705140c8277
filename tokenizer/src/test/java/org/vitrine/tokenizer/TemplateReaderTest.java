package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every type of post_processor, beside the Rust library, and those that are refused. */
class TemplateReaderTest {
    private static final String JSON = Fixtures.text("classroom-bart/tokenizer.json");
    private static final String ENDS = "\"sep\": [\"</s>\", 2], \"cls\": [\"<s>\", 0]";
    private static final String FLAGS = ", \"trim_offsets\": true, \"add_prefix_space\": false";
    private static final String NAMES = "\"special_tokens\": {"
            + "\"CLS\": {\"id\": \"CLS\", \"ids\": [0], \"tokens\": [\"<s>\"]},"
            + "\"SEP\": {\"id\": \"SEP\", \"ids\": [2, 3], \"tokens\": [\"</s>\", \"<unk>\"]}}";

    private static final String A = "{\"Sequence\": {\"id\": \"A\", \"type_id\": 0}}";
    private static final String B = "{\"Sequence\": {\"id\": \"B\", \"type_id\": 1}}";
    private static final String CLS = "{\"SpecialToken\": {\"id\": \"CLS\", \"type_id\": 0}}";
    private static final String SEP = "{\"SpecialToken\": {\"id\": \"SEP\", \"type_id\": 1}}";

    /** The classroom tokenizer.json with another post_processor. */
    private static String with(String postProcessor) {
        int start = JSON.indexOf("\"post_processor\"");
        int end = JSON.indexOf("\"decoder\"");
        return JSON.substring(0, start) + "\"post_processor\": " + postProcessor + ", " + JSON.substring(end);
    }

    private static String template(List<String> single, List<String> pair) {
        return "{\"type\": \"TemplateProcessing\", \"single\": " + single + ", \"pair\": " + pair + ", " + NAMES + "}";
    }

    private static void assertSameAsReference(String postProcessor) {
        try (RustTokenizer both = new RustTokenizer(with(postProcessor))) {
            List<JsonNode> records = Fixtures.cases("bart.jsonl");
            for (int i = 1; i < records.size(); i++) {
                String text = records.get(i - 1).get("text").asString();
                both.assertSame(text);
                if (both.ours().readsPairs()) {
                    both.assertSame(text, records.get(i).get("text").asString());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{\"type\": \"ByteLevel\"" + FLAGS + "}", "{\"type\": \"BertProcessing\", " + ENDS + "}",
                "{\"type\": \"RobertaProcessing\", " + ENDS + FLAGS + "}",
                "{\"type\": \"RobertaProcessing\", " + ENDS + ", \"trim_offsets\": false, \"add_prefix_space\": true}",
                "{\"type\": \"RobertaProcessing\", " + ENDS + ", \"trim_offsets\": true, \"add_prefix_space\": true}"})
    void fixedTemplatesAreThoseOfTheReference(String postProcessor) {
        assertSameAsReference(postProcessor);
    }

    @Test
    void spelledOutTemplatesAreThoseOfTheReference() {
        assertSameAsReference(template(List.of(CLS, A, SEP), List.of(CLS, A, SEP, B, SEP)));
        assertSameAsReference(template(List.of(A), List.of(CLS, A, B)));
        assertSameAsReference(template(List.of(SEP, SEP, A), List.of(B, SEP, A, CLS)));
    }

    @Test
    void aNameMayStandForSeveralTokens() {
        Tokenizer tokenizer = Tokenizers.load("mine",
                Fixtures.files(Map.of("tokenizer.json", with(template(List.of(CLS, A, SEP), List.of(A, SEP, B))))));
        assertThat(tokenizer.encode("the").pieces()).containsExactly("<s>", "the", "</s>", "<unk>");
        assertThat(tokenizer.encode("the", "the").segments()).containsExactly(0, 1, 1, 1);
    }

    @Test
    void aSecondTextIsRefusedWhereTheModelReadsOne() {
        Tokenizer tokenizer = Tokenizers.load("mine", Fixtures.files(Map.of("tokenizer.json", with("null"))));
        assertThat(tokenizer.readsPairs()).isFalse();
        assertThatThrownBy(() -> tokenizer.encode("a", "b")).isInstanceOf(TokenizerException.class)
                .hasMessage("this model reads one text at a time, but there are two");
    }

    private static void assertRefused(String postProcessor, String message) {
        assertThatThrownBy(
                () -> Tokenizers.load("mine", Fixtures.files(Map.of("tokenizer.json", with(postProcessor)))))
                .isInstanceOf(TokenizerException.class).hasMessageStartingWith("mine: tokenizer.json")
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(400));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', value = {
        "[] | expected the post_processor as an object, found an array",
        "{} | expected the type of the post_processor, found none; supported are ByteLevel, RobertaProcessing",
        "{'type': 'Sequence'} | the post_processor is of type 'Sequence'; supported are ByteLevel",
        "{'type': 7} | the post_processor is of type '7'; supported are ByteLevel",
        "{'type': {}} | the post_processor is of type 'an object'; supported are ByteLevel",
        "{'type': 'RobertaProcessing', 'sep': ['</s>', 2]} | is a RobertaProcessing without 'cls'",
        "{'type': 'BertProcessing', 'cls': ['<s>', 0]} | is a BertProcessing without 'sep'",
        "{'type': 'BertProcessing', 'cls': ['<s>']} | expected cls as ['characters', id], found less",
        "{'type': 'BertProcessing', 'cls': ['<s>', 0, 1]} | expected cls as ['characters', id], found 1",
        "{'type': 'BertProcessing', 'cls': [0, '<s>']} | expected cls as ['characters', id], found 0",
        "{'type': 'BertProcessing', 'cls': ['<s>', '0']} | expected the id of 'cls' as a whole number from 0",
        "{'type': 'BertProcessing', 'cls': ['<s>', -1]} | from 0 to 1048575, found -1",
        "{'type': 'BertProcessing', 'cls': ['<s>', 99999999999]} | from 0 to 1048575, found 99999999999",
        "{'type': 'BertProcessing', 'cls': null} | expected cls as ['characters', id], found null",
        "{'type': 'BertProcessing', 'cls': ['[CLS]', 0], 'sep': ['</s>', 2]} | puts the token '[CLS]' with the id 0"
                + " around texts, but the vocabulary does not have it; the two do not belong together",
        "{'type': 'BertProcessing', 'cls': ['<s>', 0], 'sep': ['</s>', 3]} | puts the token '</s>' with the id 3"
                + " around texts, but the vocabulary gives it the id 2; the two do not belong together",
        "{'type': 'ByteLevel', 'trim_offsets': 1} | expected trim_offsets: true or false, found 1",
        "{'type': 'TemplateProcessing'} | has the texts [] in its template 'single'; expected A, each once",
        "{'type': 'TemplateProcessing', 'single': {}} | expected single as a list, found an object",
        "{'type': 'TemplateProcessing', 'single': ['A']} | expected Sequence or SpecialToken as an object, found 'A'",
        "{'type': 'TemplateProcessing', 'single': [{'Text': {}}]} | Sequence or SpecialToken in single, found 'Text'",
        "{'type': 'TemplateProcessing', 'single': [{'Sequence': {}}]} | expected a Sequence with its 'id', found none",
        "{'type': 'TemplateProcessing', 'single': [{'Sequence': {'type_id': 2}}]} | type_id as 0 or 1",
        "{'type': 'TemplateProcessing', 'single': [{'Sequence': {'id': 'A'}}, {'SpecialToken': {'id': '<s>'}}]}"
                + " | names '<s>' in a template; expected it in its special_tokens too",
        "{'type': 'TemplateProcessing', 'single': [{'Sequence': {'id': 'B'}}]} | has the texts [B] in its template 'single'; expected A, each once",
        "{'type': 'TemplateProcessing', 'single': [{'Sequence': {'id': 'A'}}], 'pair': [{'Sequence': {'id': 'A'}}]}"
                + " | has the texts [A] in its template 'pair'; expected A and B, each once",
        "{'type': 'TemplateProcessing', 'special_tokens': {'<s>': {'ids': [0]}}} | has 1 ids and 0 tokens",
        "{'type': 'TemplateProcessing', 'special_tokens': []} | expected special_tokens as an object, found an array"})
    void damageIsNamed(String postProcessor, String message) {
        assertRefused(postProcessor.replace('\'', '"'), message.replace('\'', '"'));
    }

    @Test
    void aTemplateThatNamesATokenOfAnotherIdIsRefused() {
        String wrong = template(List.of(CLS, A), List.of(A, B)).replace("\"ids\": [0]", "\"ids\": [4]");
        assertRefused(wrong, "puts the token \"<s>\" with the id 4 around texts, but the vocabulary gives it the id 0");
    }

    @Test
    void aTemplateOfManyTokensIsRefused() {
        String many = template(List.of(A + (", " + SEP).repeat(51)), List.of(A, B));
        assertRefused(many, "has a template of more than 100 tokens");
    }

    @Test
    void randomDamageIsEitherRefusedInOneLineOrHarmless() {
        Random random = new Random(6);
        int start = JSON.indexOf("\"post_processor\"");
        int end = JSON.indexOf("\"decoder\"");
        String telling = "0123456789abz\"{}[],:</s> \u0000\u4f60";
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            StringBuilder damaged = new StringBuilder(JSON);
            damaged.setCharAt(start + random.nextInt(end - start), telling.charAt(random.nextInt(telling.length())));
            try {
                Tokenizers.load("mine", Fixtures.files(Map.of("tokenizer.json", damaged.toString())))
                        .encode("The keys to the cabinet <mask>");
            } catch (TokenizerException e) {
                assertThat(e.getMessage()).startsWith("mine: tokenizer.json").hasLineCount(1);
                refused++;
            }
        }
        assertThat(refused).isBetween(100, 299);
    }
}
