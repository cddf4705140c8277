package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * BART's folder with vocab.json and merges.txt and all that the files beside them may say. The expected answers are
 * those of transformers 4.57.6 for the same folders.
 */
class BartFolderTest {
    private static final String CLASS = "\"tokenizer_class\": \"BartTokenizer\"";

    private static Tokenizer load(String... namesAndContents) {
        Map<String, String> files = new HashMap<>();
        files.put("vocab.json", Fixtures.text("bart-tiny/vocab.json"));
        files.put("merges.txt", Fixtures.text("bart-tiny/merges.txt"));
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put(namesAndContents[i], namesAndContents[i + 1]);
        }
        return Tokenizers.load("mine", Fixtures.files(files));
    }

    /** The folder whose tokenizer_config.json names BART's class and says these members besides. */
    private static Tokenizer configured(String members) {
        return load("tokenizer_config.json", "{" + CLASS + (members.isEmpty() ? "" : ", " + members) + "}");
    }

    @ParameterizedTest
    @CsvSource({"BartTokenizer, true", "BartTokenizerFast, true", "RobertaTokenizer, false",
        "RobertaTokenizerFast, false"})
    void theClassSaysWhatTheSpecialTokensAre(String name, boolean maskNormalized) {
        Tokenizer tokenizer = load("tokenizer_config.json", "{\"tokenizer_class\": \"" + name + "\"}",
                "config.json", "{\"model_type\": \"gpt2\"}");
        assertThat(tokenizer.encode("a  <mask>b</s>").ids()).containsExactly(0, 325, 515, 99, 2, 2);
        assertThat(tokenizer.vocabulary().addedTokens()).extracting(AddedToken::content).containsExactly("<s>",
                "<pad>", "</s>", "<unk>", "<mask>");
        assertThat(tokenizer.vocabulary().addedTokens()).allMatch(AddedToken::special);
        assertThat(tokenizer.vocabulary().mask())
                .hasValue(new AddedToken(515, "<mask>", false, true, false, maskNormalized, true));
        assertThat(tokenizer.readsPairs()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"bart", "roberta"})
    void theKindOfModelSaysItToo(String modelType) {
        Tokenizer tokenizer = load("config.json", "{\"model_type\": \"" + modelType + "\"}");
        assertThat(tokenizer.encode("a  <mask>b</s>").ids()).containsExactly(0, 325, 515, 99, 2, 2);
    }

    @Test
    void configurationSaysWhetherTextsGetASpaceBeforeThem() {
        Tokenizer tokenizer = configured("\"add_prefix_space\": true");
        assertThat(tokenizer.encode("a  <mask>b</s>").ids()).containsExactly(0, 70, 515, 61, 2, 2);
        assertThat(tokenizer.encode("a", "a").ids()).containsExactly(0, 70, 2, 2, 70, 2);
        assertThat(tokenizer.encode(" a").tokens().get(1).span()).isEqualTo(new Span(0, 2)); // taken for an added one
        assertThat(configured("").encode(" a").tokens().get(1).span()).isEqualTo(new Span(1, 2));
    }

    @Test
    void configurationSaysWhetherSpansAreTrimmed() {
        assertThat(configured("\"trim_offsets\": false").encode("a a").tokens().get(2).span())
                .isEqualTo(new Span(1, 3));
        assertThat(configured("\"trim_offsets\": null").encode("a a").tokens().get(2).span()).isEqualTo(new Span(2, 3));
    }

    @Test
    void configurationHasTheLastWordAboutSpacesInTokenizerJsonToo() {
        String json = Fixtures.text("bart-tiny/tokenizer.json");
        Tokenizer spaced = load("tokenizer.json", json, "tokenizer_config.json", "{\"add_prefix_space\": true}");
        assertThat(spaced.encode("a  <mask>b</s>").ids()).containsExactly(0, 70, 515, 61, 2, 2);
        assertThat(spaced.encode(" a").tokens().get(1).span()).isEqualTo(new Span(0, 2));
        Tokenizer whole = load("tokenizer.json", json, "tokenizer_config.json", "{\"trim_offsets\": false}");
        assertThat(whole.encode(" a").tokens().get(1).span()).isEqualTo(new Span(0, 2));
    }

    @Test
    void aMaskOfWhichOnlyTheCharactersAreNamedTakesTheSpaceBeforeIt() {
        assertThat(configured("\"mask_token\": \"<mask>\"").encode("a  <mask>").ids()).containsExactly(0, 325, 515, 2);
        assertThat(load("tokenizer_config.json", "{" + CLASS + "}", "special_tokens_map.json",
                "{\"mask_token\": \"<mask>\"}").encode("a  <mask>").ids()).containsExactly(0, 325, 515, 2);
    }

    @Test
    void aMaskThatIsDescribedDoesAsDescribed() {
        String described = "{\"content\": \"<mask>\", \"lstrip\": false, \"normalized\": false, \"rstrip\": false}";
        int[] kept = {0, 325, 353, 353, 515, 2};
        assertThat(configured("\"mask_token\": " + described).encode("a  <mask>").ids()).isEqualTo(kept);
        assertThat(load("tokenizer_config.json", "{" + CLASS + ", \"mask_token\": \"<mask>\"}",
                "special_tokens_map.json", "{\"mask_token\": " + described + "}").encode("a  <mask>").ids())
                .isEqualTo(kept);
        assertThat(configured("\"mask_token\": \"<mask>\", \"added_tokens_decoder\": {\"515\": "
                + described.replace("}", ", \"special\": true}") + "}").encode("a  <mask>").ids()).isEqualTo(kept);
    }

    @Test
    void tokensOfOtherNamesGetTheNextIdsAndGoAroundTheText() {
        Tokenizer tokenizer = configured("\"cls_token\": \"<cls>\", \"sep_token\": \"<sep>\"");
        assertThat(tokenizer.encode("a  <mask>b</s>").ids()).containsExactly(517, 325, 515, 99, 2, 516);
        assertThat(tokenizer.vocabulary().addedTokens()).extracting(AddedToken::id).containsExactly(0, 1, 2, 3, 515,
                516, 517);
    }

    @Test
    void aRoleThatIsNullHasNoToken() {
        assertThat(configured("\"pad_token\": null").vocabulary().isSpecial(1)).isFalse();
        Tokenizer tokenizer = configured("\"mask_token\": null");
        assertThat(tokenizer.vocabulary().mask()).isEmpty();
        assertThat(tokenizer.encode("a  <mask>b</s>").ids()).containsExactly(0, 325, 353, 353, 322, 292, 330, 332, 502,
                99, 2, 2);
        assertThatThrownBy(() -> configured("\"sep_token\": null")).isInstanceOf(TokenizerException.class)
                .hasMessage("mine: sep_token is null in tokenizer_config.json or special_tokens_map.json; expected the"
                        + " token that this model cannot do without");
    }

    @Test
    void tokensThatTheVocabularyDoesNotHaveAreAddedToIt() {
        String vocab = Fixtures.text("bart-tiny/vocab.json");
        String without = vocab.replaceFirst("\"<mask>\": ?515", "\"<x>\": 515");
        assertThat(without).isNotEqualTo(vocab);
        Tokenizer tokenizer = load("vocab.json", without, "tokenizer_config.json", "{" + CLASS + "}");
        assertThat(tokenizer.vocabulary().mask()).map(AddedToken::id).hasValue(516);
        assertThat(tokenizer.encode("a <mask>").ids()).containsExactly(0, 325, 516, 2);
    }

    @Test
    void addedTokensAreFoundInBothTexts() {
        Tokenizer tokenizer = load("tokenizer_config.json", "{" + CLASS + "}", "added_tokens.json", "{\"<x>\": 516}");
        assertThat(tokenizer.encode("<x>a", "a<x>").ids()).containsExactly(0, 516, 325, 2, 2, 325, 516, 2);
        assertThat(tokenizer.vocabulary().isSpecial(516)).isFalse();
        assertThat(configured("\"additional_special_tokens\": [\"<y>\"]").decodeText(new int[]{0, 325, 516, 2}))
                .isEqualTo("a");
    }

    @Test
    void aSettingOfGpt2IsNoneOfBarts() {
        assertThat(configured("\"add_bos_token\": true").encode("a").ids()).containsExactly(0, 325, 2);
    }
}
