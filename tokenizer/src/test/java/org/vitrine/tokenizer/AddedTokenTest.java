package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Added tokens with all their options, and the rules for spaces, beside the Rust library. */
class AddedTokenTest {
    private static final String[] WORDS = {"<|endoftext|>", "<|end", "of", "<l>", "<r>", "<lr>", "<w>", "word", "words",
        "wo",
        "\u00e9t\u00e9", " two words ", "\n", " ", "  ", "\t", "\u00a0", "\u3000", "a", "B", "_", "1", "\u00e9",
        "\u4f60",
        "\ud83d\ude00", "\u0301", ".", "'s", "ww"};

    private static String added(String content, String flags) {
        return "{\"content\": \"" + content + "\", \"single_word\": " + flags.contains("w") + ", \"lstrip\": "
                + flags.contains("l") + ", \"rstrip\": " + flags.contains("r") + ", \"normalized\": "
                + flags.contains("n")
                + ", \"special\": " + flags.contains("s");
    }

    /** The classroom tokenizer with more added tokens, numbered from the end of its vocabulary. */
    private static String withTokens(String... tokens) {
        String json = Fixtures.classroomText("tokenizer.json");
        StringBuilder list = new StringBuilder("\"added_tokens\": [");
        int id = 4000;
        for (String token : tokens) {
            list.append(token).append(", \"id\": ").append(id++).append("}, ");
        }
        assertThat(json).contains("\"added_tokens\": [");
        return json.replace("\"added_tokens\": [", list);
    }

    private static List<String> sentences() {
        Random random = new Random(11);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            StringBuilder sentence = new StringBuilder();
            for (int word = random.nextInt(9); word >= 0; word--) {
                sentence.append(WORDS[random.nextInt(WORDS.length)]);
            }
            sentences.add(sentence.toString());
        }
        return sentences;
    }

    @Test
    void everyOptionDoesWhatItDoesInTheReference() {
        String json = withTokens(added("<l>", "l"), added("<r>", "rs"), added("<lr>", "lrn"), added("<w>", "wn"),
                added("word", "w"), added("words", ""), added("\u00e9t\u00e9", "wls"), added(" two words ", "n"),
                added("<|end", "s"));
        try (RustTokenizer both = new RustTokenizer(json)) {
            assertThat(both.ours().encode("a <l>").pieces()).containsExactly("a", "<l>");
            for (String sentence : sentences()) {
                both.assertSame(sentence);
            }
        }
    }

    @Test
    void tokensThatBeginAlikeAreMatchedLongestFirst() {
        try (RustTokenizer both = new RustTokenizer(
                withTokens(added("wor", ""), added("words", ""), added("wordsw", "n")))) {
            assertThat(both.assertSame("wordswor").pieces()).containsExactly("words", "wor");
            for (String sentence : sentences()) {
                both.assertSame(sentence);
            }
        }
    }

    @Test
    void spacePutBeforeTextHasTheSpanOfTheFirstCharacter() {
        String json = withTokens(added("<l>", "l"), added("<r>", "r"));
        String spaced = json.replaceFirst("\"add_prefix_space\": false", "\"add_prefix_space\": true");
        assertThat(spaced).isNotEqualTo(json);
        try (RustTokenizer both = new RustTokenizer(spaced)) {
            assertThat(both.assertSame("\u4f60").tokens().getFirst().span()).isEqualTo(new Span(0, 1));
            sentences().forEach(both::assertSame);
            Fixtures.texts().forEach(both::assertSame);
        }
    }

    @Test
    void spansAreTrimmedAsInTheReference() {
        String json = withTokens(added("<l>", "l"), added("<r>", "r"), added(" two words ", "n"));
        String trimmed = json.replace("\"trim_offsets\": false", "\"trim_offsets\": true");
        assertThat(trimmed).isNotEqualTo(json);
        String spaced = trimmed.replaceFirst("\"add_prefix_space\": false", "\"add_prefix_space\": true");
        String dropping = trimmed.replace("\"add_prefix_space\": true", "\"add_prefix_space\": false");
        for (String variant : List.of(trimmed, spaced, dropping)) {
            try (RustTokenizer both = new RustTokenizer(variant)) {
                sentences().forEach(both::assertSame);
                Fixtures.texts().forEach(both::assertSame);
            }
        }
    }
}
