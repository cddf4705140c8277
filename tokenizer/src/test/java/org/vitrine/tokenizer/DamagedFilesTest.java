package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.tokenizer.Damage.assertRefused;
import static org.vitrine.tokenizer.Damage.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are damaged, hostile or of another kind: one line says where, what was expected, what was found. */
class DamagedFilesTest {
    private static final String TOKENIZER = Fixtures.classroomText("tokenizer.json");
    private static final String VOCAB = Fixtures.classroomText("vocab.json");
    private static final String MERGES = Fixtures.classroomText("merges.txt");

    private static String replace(String text, String old, String replacement) {
        assertThat(text).contains(old);
        return text.replace(old, replacement);
    }

    /** The classroom tokenizer.json with one stretch replaced. */
    private static String edited(String old, String replacement) {
        return replace(TOKENIZER, old, replacement);
    }

    private static void assertSameAsClassroom(Tokenizer tokenizer) {
        Tokenizer classroom = Tokenizers.load("classroom", Fixtures::classroom);
        for (String text : List.of("The keys to the cabinet are on the table.", "It's 10<|endoftext|>", " \n\u4f60")) {
            assertThat(tokenizer.encode(text)).isEqualTo(classroom.encode(text));
        }
    }

    @Test
    void folderWithoutTokenizerSaysWhatIsSupported() {
        assertRefused("found no tokenizer: neither tokenizer.json nor vocab.json and merges.txt nor vocab.txt",
                "config.json", "{}");
        assertRefused("found vocab.json but no merges.txt", "vocab.json", VOCAB);
        assertRefused("found merges.txt but no vocab.json", "merges.txt", MERGES);
    }

    @Test
    void whatWouldPlayWithATerminalIsShownEscaped() {
        assertRefused("Unrecognized token 'fal\\u0085se'", "tokenizer.json",
                edited("\"use_regex\": true", "\"use_regex\": fal\u0085se"));
        assertRefused("this is a \\u001b[2J\\u2028 tokenizer", "tokenizer.json",
                edited("\"type\": \"BPE\"", "\"type\": \"\\u001b[2J\\u2028\""));
        assertRefused("is of type \\u0007; ", "tokenizer.json",
                edited("\"decoder\": {", "\"decoder\": {\"type\": \"\\u0007\"}, \"x\": {"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unigram", "WordLevel"})
    void otherKindsOfModelAreNamed(String type) {
        assertRefused("this is a " + type + " tokenizer; supported are GPT-2", "tokenizer.json",
                edited("\"type\": \"BPE\"", "\"type\": \"" + type + "\""));
    }

    @Test
    void otherKindsOfFolderAreNamed() {
        assertRefused("names the class \"CLIPTokenizer\"", "vocab.json", VOCAB, "merges.txt", MERGES,
                "tokenizer_config.json", "{\"tokenizer_class\": \"CLIPTokenizer\"}");
        assertRefused("config.json names a \"clip\" model", "vocab.json", VOCAB, "merges.txt", MERGES,
                "config.json", "{\"model_type\": \"clip\"}");
        assertSameAsClassroom(
                load("vocab.json", VOCAB, "merges.txt", MERGES, "config.json", "{\"model_type\": \"gpt2\"}"));
        assertRefused("sets add_bos_token", "vocab.json", VOCAB, "merges.txt", MERGES,
                "tokenizer_config.json", "{\"add_bos_token\": true}");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', value = {
        "\"normalizer\": null | \"normalizer\": {\"type\": \"NFC\"} | has a normalizer",
        "\"pre_tokenizer\": { | \"pre_tokenizer\": null, \"x\": { | expected the type ByteLevel for",
        "\"decoder\": { | \"decoder\": null, \"x\": { | expected the type ByteLevel for",
        "\"pre_tokenizer\": { | \"pre_tokenizer\": {\"type\": \"Sequence\"}, \"x\": { | is of type Sequence",
        "\"post_processor\": { | \"post_processor\": {\"type\": \"Sequence\", | is of type \"Sequence\"; supported are",
        "\"use_regex\": true | \"use_regex\": false | use_regex is false",
        "\"dropout\": null | \"dropout\": 0.1 | dropout is 0.1",
        "\"dropout\": null | \"dropout\": \"much\" | expected dropout as a number or null, found \"much\"",
        "\"ignore_merges\": false | \"ignore_merges\": true | ignore_merges is true",
        "\"end_of_word_suffix\": \"\" | \"end_of_word_suffix\": \"</w>\" | end_of_word_suffix is \"</w>\"",
        "\"continuing_subword_prefix\": \"\" | \"continuing_subword_prefix\": 5 | found 5",
        "\"add_prefix_space\": false | \"add_prefix_space\": \"no\" | true or false, found \"no\"",
        "\"model\": { | \"model\": [], \"x\": { | expected the model as an object, found an array",
        "\"vocab\": { | \"vocabulary\": { | expected a model with \"vocab\" and \"merges\"",
        "\"merges\": [ | \"rules\": [ | expected a model with \"vocab\" and \"merges\"",
        "\"merges\": [ | \"merges\": {}, \"x\": [ | expected a list of merges, found an object",
        "\"added_tokens\": [ | \"added_tokens\": [3, | expected an added token, found 3",
        "\"id\": 3999 | \"id\": 12 | \"<|endoftext|>\" has the id 12; expected 3999, as the vocabulary says",
        "\"content\": \"<|endoftext|>\" | \"content\": \"<x>\" | has the id 3999; expected 4000, the next one",
        "\"content\": \"<|endoftext|>\" | \"content\": \"\" | found one without characters",
        "\"lstrip\": false | \"lstrip\": 0 | lstrip: true or false, found 0",
        "\"!\": 0 | \"!\": -1 | expected the id of \"!\" as a whole number from 0 to 1048575, found -1",
        "\"!\": 0 | \"!\": 1048576 | as a whole number from 0 to 1048575, found 1048576",
        "\"!\": 0 | \"!\": 99999999999999999999 | as a whole number from 0 to 1048575, found 99999999999999999999",
        "\"!\": 0 | \"!\": 0.5 | as a whole number from 0 to 1048575, found 0.5",
        "\"!\": 0 | \"!\": null | as a whole number from 0 to 1048575, found null",
        "\"!\": 0 | \"!\": [0] | as a whole number from 0 to 1048575, found an array",
        "\"!\": 0 | \"!\": 1 | the pieces \"!\" and \"\\\"\" have the same id 1",
        "\"!\": 0 | \"#\": 0 | the piece \"#\" comes twice",
        "\"!\": 0 | \"!!!!\": 0 | no piece ! for byte 0x21",
        "\"merges\": [ | \"merges\": [[\"h\"], | expected a merge as \"a b\" or [\"a\", \"b\"], found 1 texts",
        "\"merges\": [ | \"merges\": [[\"h\", \"e\", \"l\"], | or [\"a\", \"b\"], found \"l\"",
        "\"merges\": [ | \"merges\": [7, | expected a merge as \"a b\" or [\"a\", \"b\"], found 7",
        "\"merges\": [ | \"merges\": [\"h\", | merge 1: expected two pieces with one space between them, found \"h\"",
        "\"merges\": [ | \"merges\": [[\"h\", \"qqq\"], | merge 1: the rule \"h qqq\" needs the piece \"qqq\"",
        "\"merges\": [ | \"merges\": [\"q q\", | merge 1: the rule \"q q\" needs the piece \"qq\"",
        "\"version\": \"1.0\" | \"version\": \"1.0\"; | not valid JSON",
    })
    void damageToTokenizerJsonIsNamed(String old, String replacement, String message) {
        assertRefused(message, "tokenizer.json", edited(old, replacement));
    }

    @Test
    void addedTokensThatAreTwiceThereOrTooLongAreRefused() {
        String token = "{\"id\": 4000, \"content\": \"<x>\"}, ";
        assertRefused("the added token \"<x>\" comes twice", "tokenizer.json",
                edited("\"added_tokens\": [", "\"added_tokens\": [" + token + token));
        assertRefused("is too long: at most 1000 characters", "tokenizer.json",
                edited("\"added_tokens\": [", "\"added_tokens\": [" + token.replace("<x>", "x".repeat(1001))));
        StringBuilder many = new StringBuilder("\"added_tokens\": [");
        for (int i = 0; i < 1010; i++) {
            many.append(token.replace("4000", "" + (4000 + i)).replace("<x>", i + "x".repeat(996)));
        }
        assertRefused("1000000 for all together", "tokenizer.json", edited("\"added_tokens\": [", many.toString()));
    }

    @Test
    void filesThatAreNotJsonAreNamedWithTheirPlace() {
        assertRefused("tokenizer.json line 1 column 1: expected a JSON object, found an array", "tokenizer.json", "[]");
        assertRefused("tokenizer.json: the file ends too early", "tokenizer.json", "");
        assertRefused("tokenizer.json", "tokenizer.json", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");
        assertRefused("nothing after the end", "vocab.json", "{} {}", "merges.txt", "");
        assertRefused("vocab.json line 2", "vocab.json", "{\"a\": 0,\n\"b\": }", "merges.txt", "");
        assertRefused("expected a JSON object, found an array", "tokenizer.json", "[".repeat(100_000));
        assertRefused("not valid JSON", "tokenizer.json", "{\"x\": " + "[".repeat(100_000));
        assertRefused("tokenizer_config.json", "tokenizer.json", TOKENIZER, "tokenizer_config.json",
                "{\"add_prefix_space\": 1}");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] bytes = MERGES.getBytes(StandardCharsets.UTF_8);
        bytes[20] = (byte) 0xFF;
        Function<String, Optional<byte[]>> files = Fixtures.files(Map.of("vocab.json", VOCAB));
        assertThatThrownBy(() -> Tokenizers.load("mine",
                name -> name.equals("merges.txt") ? Optional.of(bytes) : files.apply(name)))
                .isInstanceOf(TokenizerException.class).hasMessageContaining("merges.txt: expected UTF-8 text");
        byte[] json = TOKENIZER.getBytes(StandardCharsets.UTF_8);
        json[TOKENIZER.indexOf("BPE")] = (byte) 0xFF;
        assertThatThrownBy(() -> Tokenizers.load("mine",
                name -> name.equals("tokenizer.json") ? Optional.of(json) : Optional.empty()))
                .isInstanceOf(TokenizerException.class).hasMessageContaining("tokenizer.json")
                .hasMessageContaining("tokenizer.json: expected UTF-8 text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"h  e | found \"h  e\"", "he | found \"he\"", "h e l | found \"h e l\"",
        "h qqq | needs the piece \"qqq\"", "'h\t e' | needs the piece \"h\\u0009\""})
    void damageToMergesIsNamedByLine(String line, String message) {
        String merges = replace(MERGES, "Ġ a\n", line + "\n");
        assertRefused("merges.txt line 4: ", "vocab.json", VOCAB, "merges.txt", merges);
        assertRefused(message, "vocab.json", VOCAB, "merges.txt", merges);
    }

    @Test
    void mergesMayHaveNoVersionOrCrLfOrBlankLines() {
        assertSameAsClassroom(load("vocab.json", VOCAB, "merges.txt", MERGES.replace("\n", "\r\n")));
        assertSameAsClassroom(
                load("vocab.json", VOCAB, "merges.txt", MERGES.substring(MERGES.indexOf('\n') + 1) + "\n\n"));
        assertSameAsClassroom(load("vocab.json", VOCAB, "merges.txt", MERGES.stripTrailing()));
    }

    @Test
    void mergesMayBePairsOrTexts() {
        StringBuilder texts = new StringBuilder("\"merges\": [");
        for (String rule : MERGES.split("\n")) {
            texts.append(
                    rule.startsWith("#version") ? "" : "\"" + rule.replace("\\", "\\\\").replace("\"", "\\\"") + "\",");
        }
        texts.setLength(texts.length() - 1);
        assertSameAsClassroom(load("tokenizer.json", TOKENIZER.substring(0, TOKENIZER.indexOf("\"merges\": ["))
                + texts + "]}}"));
    }

    @Test
    void idsMayComeInAnyOrderAndWithHoles() {
        assertSameAsClassroom(
                load("tokenizer.json", edited("\"!\": 0,", "").replace("\"vocab\": {", "\"vocab\": {\"!\": 0,")
                        .replace("\"#\": 2,", "").replace("\"vocab\": {", "\"vocab\": {\"#\": 2,")));
        Tokenizer holes = load("tokenizer.json", edited("\"!\": 0,", "\"!\": 70000,"));
        assertThat(holes.encode("!").ids()).containsExactly(70_000);
        assertThat(holes.vocabulary().size()).isEqualTo(4000);
        assertThat(holes.vocabulary().contains(0)).isFalse();
        assertThatThrownBy(() -> holes.vocabulary().piece(0)).isInstanceOf(TokenizerException.class)
                .hasMessage("the vocabulary has no token 0: its 4000 ids go up to 70000");
    }

    @Test
    void aFileCutOffAnywhereIsRefusedInOneLine() {
        Damage.assertRefusedWhenCutOff(TOKENIZER.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void randomDamageIsEitherRefusedInOneLineOrHarmless() {
        Damage.assertRefusedOrHarmless(TOKENIZER.getBytes(StandardCharsets.UTF_8), 300,
                tokenizer -> tokenizer.encode("The keys to the cabinet"));
    }
}
