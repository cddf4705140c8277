package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The special tokens of GPT-2's folder with vocab.json and merges.txt, as transformers finds them. */
class SpecialTokenFilesTest {
    private static Tokenizer load(String... namesAndContents) {
        Map<String, String> files = new HashMap<>();
        files.put("vocab.json", Fixtures.classroomText("vocab.json"));
        files.put("merges.txt", Fixtures.classroomText("merges.txt"));
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put(namesAndContents[i], namesAndContents[i + 1]);
        }
        return Tokenizers.load("mine", Fixtures.files(files));
    }

    @Test
    void endOfTextIsSpecialByDefault() {
        Tokenizer tokenizer = load();
        assertThat(tokenizer.encode("a<|endoftext|>").ids()).endsWith(3999).hasSize(2);
        assertThat(tokenizer.vocabulary().isSpecial(3999)).isTrue();
        assertThat(tokenizer.vocabulary().isSpecial(0)).isFalse();
        assertThat(tokenizer.vocabulary().specialTokens()).extracting(AddedToken::content)
                .containsExactly("<|endoftext|>");
    }

    @Test
    void newSpecialTokensGetTheNextIdsInTheOrderOfTheirRoles() {
        Tokenizer tokenizer = load("special_tokens_map.json",
                "{\"additional_special_tokens\": [\"<a>\"], \"eos_token\": \"<end>\","
                        + "\"pad_token\": {\"content\": \"<pad>\", \"lstrip\": true}}");
        assertThat(tokenizer.vocabulary().find("<end>")).hasValue(4000);
        assertThat(tokenizer.vocabulary().find("<pad>")).hasValue(4001);
        assertThat(tokenizer.vocabulary().find("<a>")).hasValue(4002);
        assertThat(tokenizer.vocabulary().size()).isEqualTo(4003);
        assertThat(tokenizer.encode("!  <pad><a>").ids()).containsExactly(0, 4001, 4002);
        assertThat(tokenizer.encode("!  <pad>").tokens().getLast().span()).isEqualTo(new Span(1, 8));
    }

    @Test
    void addedTokensFileGivesIdsAndOnlySpecialOnesAreSpecial() {
        Tokenizer tokenizer = load("added_tokens.json", "{\"<y>\": 4001, \"<x>\": 4000}",
                "special_tokens_map.json", "{\"pad_token\": \"<y>\"}");
        assertThat(tokenizer.encode("<y><x>").ids()).containsExactly(4001, 4000);
        assertThat(tokenizer.vocabulary().isSpecial(4001)).isTrue();
        assertThat(tokenizer.vocabulary().isSpecial(4000)).isFalse();
    }

    @Test
    void addedTokensDecoderComesBeforeTheOlderFiles() {
        Tokenizer tokenizer = load("added_tokens.json", "{\"<old>\": 4000}", "tokenizer_config.json",
                "{\"tokenizer_class\": \"GPT2Tokenizer\", \"pad_token\": \"<pad>\","
                        + "\"additional_special_tokens\": null,"
                        + "\"added_tokens_decoder\": {\"3999\": {\"content\": \"<|endoftext|>\", \"special\": true},"
                        + "\"4000\": {\"content\": \"<new>\", \"rstrip\": true, \"special\": false}}}");
        assertThat(tokenizer.encode("<new>  !").ids()).containsExactly(4000, 0);
        assertThat(tokenizer.encode("<old>").size()).isGreaterThan(1);
        assertThat(tokenizer.vocabulary().find("<pad>")).hasValue(4001);
        assertThat(tokenizer.vocabulary().addedTokens()).extracting(AddedToken::id).containsExactly(3999, 4000, 4001);
    }

    @Test
    void configurationSaysWhetherTextGetsASpaceBeforeIt() {
        Tokenizer tokenizer = load("tokenizer_config.json", "{\"add_prefix_space\": true}");
        assertThat(tokenizer.encode("the").pieces()).containsExactly("Ġthe");
        assertThat(load("tokenizer_config.json", "{\"add_prefix_space\": null}").encode("the").pieces())
                .containsExactly("the");
        byte[] config = "{\"add_prefix_space\": true}".getBytes(StandardCharsets.UTF_8);
        Tokenizer json = Tokenizers.load("mine",
                name -> name.equals("tokenizer_config.json") ? Optional.of(config) : Fixtures.classroom(name));
        assertThat(json.encode("the").pieces()).containsExactly("Ġthe");
    }
}
