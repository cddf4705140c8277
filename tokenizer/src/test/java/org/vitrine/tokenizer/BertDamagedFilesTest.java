package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.tokenizer.Damage.assertRefused;
import static org.vitrine.tokenizer.Damage.load;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of WordPiece that are damaged, hostile or of another kind: one line says where and what was expected. */
class BertDamagedFilesTest {
    /** On one line, with a space after each colon and comma, whatever the file looks like. */
    private static final String TOKENIZER = Fixtures.json("classroom-bert/tokenizer.json").toString()
            .replace("\":", "\": ").replace(",\"", ", \"");
    private static final String VOCAB = Fixtures.classroomBertText("vocab.txt");

    @Test
    void damageToTheVocabularyFileIsNamed() {
        assertRefused("vocab.txt: the file is empty; expected one piece a line", "vocab.txt", "");
        assertRefused("vocab.txt: the vocabulary has no piece \"[UNK]\", the unk_token", "vocab.txt",
                VOCAB.replace("[UNK]\n", "[unk]\n"));
        assertRefused("vocab.txt: the vocabulary has no piece \"[CLS]\", the cls_token", "vocab.txt",
                VOCAB.replace("[CLS]\n", ""));
        assertRefused("vocab.txt: the vocabulary has no piece \"[SEP]\", the sep_token", "vocab.txt",
                VOCAB.replace("[SEP]\n", ""));
        assertRefused("the vocabulary has no piece \"<s>\", the cls_token", "vocab.txt", VOCAB,
                "tokenizer_config.json", "{\"cls_token\": \"<s>\"}");
        assertRefused("sep_token is null in tokenizer_config.json", "vocab.txt", VOCAB, "tokenizer_config.json",
                "{\"sep_token\": null}");
        assertRefused("do_lower_case: true or false, found 1", "vocab.txt", VOCAB, "tokenizer_config.json",
                "{\"do_lower_case\": 1}");
        assertRefused("vocab.txt: more than 1048576 lines", "vocab.txt", "\n".repeat(1_048_577));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] bytes = VOCAB.getBytes(StandardCharsets.UTF_8);
        bytes[20] = (byte) 0xFF;
        assertThatThrownBy(() -> Tokenizers.load("mine",
                name -> name.equals("vocab.txt") ? Optional.of(bytes) : Optional.empty()))
                .isInstanceOf(TokenizerException.class)
                .hasMessage("mine: vocab.txt: expected UTF-8 text, found other bytes: fetch the file again");
    }

    @Test
    void otherKindsOfFolderAreNamed() {
        assertRefused("names the class \"BertJapaneseTokenizer\"", "vocab.txt", VOCAB, "tokenizer_config.json",
                "{\"tokenizer_class\": \"BertJapaneseTokenizer\"}");
        assertRefused("config.json names a \"electra\" model", "vocab.txt", VOCAB, "config.json",
                "{\"model_type\": \"electra\"}");
        assertThat(load("vocab.txt", VOCAB, "config.json", "{\"model_type\": \"bert\"}").readsPairs()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', value = {
        "\"type\": \"BertNormalizer\" | \"type\": \"Sequence\" | the normalizer is of type Sequence",
        "\"type\": \"BertPreTokenizer\" | \"type\": \"Whitespace\" | the pre_tokenizer is of type Whitespace",
        "\"post_processor\": { | \"post_processor\": null, \"x\": { | expected the type TemplateProcessing for post_",
        "\"pre_tokenizer\": { | \"pre_tokenizer\": null, \"x\": { | expected the type BertPreTokenizer for pre_tok",
        "\"decoder\": { | \"decoder\": null, \"x\": { | expected the type WordPiece for decoder, found nothing",
        "\"lowercase\": true | \"lowercase\": null | lowercase: true or false, found null",
        "\"strip_accents\": null | \"strip_accents\": 0 | strip_accents: true or false, found 0",
        "\"cleanup\": true | \"cleanup\": 1 | cleanup: true or false, found 1",
        "\"max_input_chars_per_word\": 100 | \"max_input_chars_per_word\": -1 | as a whole number, found -1",
        "\"max_input_chars_per_word\": 100 | \"max_input_chars_per_word\": \"all\" | as a number, found \"all\"",
        "\"unk_token\": \"[UNK]\" | \"unk_token\": \"<unk>\" | has no piece \"<unk>\", the unk_token",
        "\"unk_token\": \"[UNK]\" | \"unk_token\": null | expected unk_token as text, found null",
        "\"vocab\": { | \"vocabulary\": { | expected a model with \"vocab\", found none",
        "\"!\": 5 | \"!\": 6 | the pieces \"!\" and \"\\\"\" have the same id 6",
        "\"model\": { | \"model\": {\"type\": \"Unigram\"}, \"x\": { | this is a Unigram tokenizer; supported are GPT-2",
        "\"Sequence\": { | \"Text\": { | expected Sequence or SpecialToken in single, found \"Text\"",
        "{\"id\": \"A\" | {\"id\": \"C\" | has the texts [C] in its template \"single\"; expected A, each once",
        "{\"id\": \"B\" | {\"name\": \"B\" | expected a Sequence with its \"id\", found none",
        "\"ids\": [2] | \"ids\": [2, 3] | the special token \"[CLS]\" has 2 ids and 1 tokens",
        "\"ids\": [2] | \"ids\": [] | the special token \"[CLS]\" has 0 ids and 1 tokens",
        "\"ids\": [2] | \"ids\": [99999] | but the vocabulary gives it the id 2",
        "\"ids\": [2] | \"ids\": [\"x\"] | expected the id of \"[CLS]\" as a whole number from 0 to 1048575, found \"x\"",
        "\"type_id\": 1 | \"type_id\": 2 | expected type_id as 0 or 1, the two segments of BERT, found 2",
        "\"single\": [ | \"single\": {}, \"x\": [ | expected single as a list, found an object",
    })
    void damageToTokenizerJsonIsNamed(String old, String replacement, String message) {
        assertThat(TOKENIZER).contains(old);
        assertRefused(message, "tokenizer.json", TOKENIZER.replace(old, replacement));
    }

    @Test
    void membersMayComeInAnyOrderAndTheModelMayLeaveItsTypeOut() {
        int model = TOKENIZER.indexOf("\"model\": ");
        String modelFirst = "{" + TOKENIZER.substring(model, TOKENIZER.length() - 1) + ", "
                + TOKENIZER.substring(1, model).replaceFirst(", $", "}");
        String type = "\"type\": \"WordPiece\", ";
        String withoutType = TOKENIZER.replace(type + "\"unk_token\"", "\"unk_token\"");
        String typeLast = withoutType.substring(0, withoutType.length() - 2) + ", \"type\": \"WordPiece\"}}";
        Encoding expected = load("tokenizer.json", TOKENIZER).encode("The [MASK] caf\u00e9s", "It's");
        for (String json : new String[]{modelFirst, withoutType, typeLast}) {
            assertThat(json).isNotEqualTo(TOKENIZER);
            assertThat(load("tokenizer.json", json).encode(expected.text(), expected.pair())).isEqualTo(expected);
        }
    }

    @Test
    void configurationHasTheLastWordOnCleaning() {
        String text = "Caf\u00e9 \u4f60\u4f60";
        String config = "{\"do_lower_case\": false, \"strip_accents\": true, \"tokenize_chinese_chars\": false}";
        for (String[] file : new String[][]{{"tokenizer.json", TOKENIZER}, {"vocab.txt", VOCAB}}) {
            Step.Words words = (Step.Words) load(file[0], file[1], "tokenizer_config.json", config).steps(text).get(2);
            assertThat(words.words()).extracting(Step.Word::text).containsExactly("Cafe", "\u4f60\u4f60");
            words = (Step.Words) load(file[0], file[1], "tokenizer_config.json", "{\"do_lower_case\": null}")
                    .steps(text)
                    .get(2);
            assertThat(words.words()).extracting(Step.Word::text).containsExactly("cafe", "\u4f60", "\u4f60");
        }
    }

    @Test
    void ofAPieceThatComesTwiceTheLastLineCounts() {
        int size = VOCAB.split("\n").length;
        Tokenizer tokenizer = load("vocab.txt", VOCAB + "the\n");
        assertThat(tokenizer.encode("the").ids()[1]).isEqualTo(size);
        assertThat(tokenizer.vocabulary().size()).isEqualTo(size);
    }

    @Test
    void linesMayEndInCrLfAndTheLastOneInNothing() {
        Encoding expected = load("vocab.txt", VOCAB).encode("The cabinet, [MASK]ed");
        assertThat(load("vocab.txt", VOCAB.replace("\n", "\r\n")).encode(expected.text())).isEqualTo(expected);
        assertThat(load("vocab.txt", VOCAB.stripTrailing()).encode(expected.text())).isEqualTo(expected);
    }

    @Test
    void aFileCutOffAnywhereIsRefusedInOneLine() {
        Damage.assertRefusedWhenCutOff(TOKENIZER.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void randomDamageIsEitherRefusedInOneLineOrHarmless() {
        Damage.assertRefusedOrHarmless(TOKENIZER.getBytes(StandardCharsets.UTF_8), 600,
                tokenizer -> tokenizer.encode("The keys to the cabinet", "[MASK]"));
    }
}
