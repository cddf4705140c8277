package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The special tokens of a folder with vocab.txt, as transformers finds them. */
class BertSpecialTokenFilesTest {
    private static final int SIZE = 3940;

    private static Tokenizer load(String... namesAndContents) {
        Map<String, String> files = new HashMap<>();
        files.put("vocab.txt", Fixtures.classroomBertText("vocab.txt"));
        for (int i = 0; i < namesAndContents.length; i += 2) {
            files.put(namesAndContents[i], namesAndContents[i + 1]);
        }
        return Tokenizers.load("mine", Fixtures.files(files));
    }

    @Test
    void vocabularyAloneHasBertsFiveSpecialTokens() {
        Vocabulary vocabulary = load().vocabulary();
        assertThat(vocabulary.specialTokens()).extracting(AddedToken::content)
                .containsExactlyInAnyOrder("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");
        assertThat(vocabulary.mask().orElseThrow().id()).isEqualTo(4);
        assertThat(vocabulary.size()).isEqualTo(SIZE);
        assertThat(vocabulary.isSpecial(5)).isFalse();
    }

    @Test
    void rolesMayBeOtherTokens() {
        Tokenizer tokenizer = load("special_tokens_map.json",
                "{\"cls_token\": \"the\", \"sep_token\": {\"content\": \"!\"}, \"unk_token\": \"?\"}");
        assertThat(tokenizer.encode("\ud83d\ude00").pieces()).containsExactly("the", "?", "!");
    }

    @Test
    void newSpecialTokensGetTheNextIdsInTheOrderOfTheirRoles() {
        Tokenizer tokenizer = load("tokenizer_config.json", "{\"additional_special_tokens\": [\"<a>\"],"
                + "\"mask_token\": \"<mask>\", \"pad_token\": {\"content\": \"<pad>\", \"lstrip\": true}}");
        assertThat(tokenizer.vocabulary().find("<pad>")).hasValue(SIZE);
        assertThat(tokenizer.vocabulary().find("<mask>")).hasValue(SIZE + 1);
        assertThat(tokenizer.vocabulary().find("<a>")).hasValue(SIZE + 2);
        assertThat(tokenizer.encode("!  <pad><A><a>").content()).extracting(Token::span).startsWith(new Span(0, 1),
                new Span(1, 8)).endsWith(new Span(11, 14));
    }

    @Test
    void addedTokensFileGivesIdsAndItsTokensAreFoundInAnyCase() {
        Tokenizer tokenizer = load("added_tokens.json", "{\"NewWord\": 3940}");
        assertThat(tokenizer.encode("a NEWWORD").ids()).contains(SIZE);
        assertThat(tokenizer.vocabulary().isSpecial(SIZE)).isFalse();
    }

    @Test
    void addedTokensDecoderComesBeforeTheOlderFiles() {
        Tokenizer tokenizer = load("added_tokens.json", "{\"<old>\": 3940}", "tokenizer_config.json",
                "{\"tokenizer_class\": \"BertTokenizer\", \"added_tokens_decoder\":"
                        + " {\"3940\": {\"content\": \"<new>\", \"rstrip\": true, \"special\": false}}}");
        assertThat(tokenizer.encode("<new>  !").content()).extracting(Token::piece).containsExactly("<new>", "!");
        assertThat(tokenizer.encode("<old>").content()).hasSizeGreaterThan(1);
    }
}
