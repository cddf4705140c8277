package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Long text takes time in proportion: the limits are generous, and quadratic behaviour is far beyond them. */
class LongTextTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MILLION = 1_000_000;

    private final Tokenizer tokenizer = Tokenizers.load("classroom", Fixtures::classroom);

    private void assertQuick(Tokenizer with, Supplier<String> make) {
        String text = make.get();
        Encoding encoding = assertTimeoutPreemptively(LIMIT, () -> with.encode(text));
        assertThat(with.decode(encoding.ids())).isEqualTo(text);
    }

    @Test
    void aMillionCharactersOfProseAreQuick() {
        assertQuick(tokenizer,
                () -> "The keys to the cabinet are on the table, aren't they? 42 \ud83d\ude00\n".repeat(16_000));
    }

    @Test
    void oneWordOfAHundredThousandCharactersIsQuick() {
        assertQuick(tokenizer, () -> "a".repeat(100_000));
        assertQuick(tokenizer, () -> {
            StringBuilder word = new StringBuilder();
            new Random(3).ints(100_000, 'a', 'z' + 1).forEach(c -> word.append((char) c));
            return word.toString();
        });
    }

    @Test
    void aMillionOfOneCharacterIsQuick() {
        for (String part : new String[]{" ", "\n", "'", "1", " a", "\u4f60", "\ud83d\ude00", "<|endoftext|",
            "<|endoftext|>"}) {
            assertQuick(tokenizer, () -> part.repeat(MILLION / part.length()));
        }
    }

    @Test
    void aMillionCharactersAreQuickForWordPiece() {
        Tokenizer bert = Tokenizers.load("classroom", Fixtures::classroomBert);
        for (String part : new String[]{"The keys to the cabinet. ", "a", " ", "\u0301", "\u00e9", "\u08d4\u0323",
            "\uac01", "\u4f60", "\u000b", "[MASK]", "[MASK", "a".repeat(100) + " ", "."}) {
            String text = part.repeat(MILLION / part.length());
            Encoding encoding = assertTimeoutPreemptively(LIMIT, () -> bert.encode(text));
            assertThat(encoding.size()).isGreaterThanOrEqualTo(2);
            assertTimeoutPreemptively(LIMIT, () -> bert.decode(encoding.ids()));
        }
        String words = "themthemthem ".repeat(10_000);
        assertThat(assertTimeoutPreemptively(LIMIT, () -> bert.steps(words))).hasSize(5);
    }

    @Test
    void stepsOfALongWordAreQuick() {
        String word = "the".repeat(30_000);
        Step.Merges merges = (Step.Merges) assertTimeoutPreemptively(LIMIT, () -> tokenizer.steps(word)).get(3);
        assertThat(String.join("", merges.words().getFirst().pieces())).isEqualTo(word);
    }

    @Test
    void addedTokensThatReachFarAreQuick() {
        String strip = "\"single_word\": true, \"lstrip\": true, \"rstrip\": true, \"normalized\": true";
        String tokens = "\"added_tokens\": [{\"id\": 4000, \"content\": \"" + "x".repeat(900) + "y\", " + strip
                + "}, {\"id\": 4001, \"content\": \"\\t\", \"lstrip\": true, \"rstrip\": true}, ";
        String json = Fixtures.classroomText("tokenizer.json").replace("\"added_tokens\": [", tokens);
        Tokenizer greedy = Tokenizers.load("greedy", Fixtures.files(Map.of("tokenizer.json", json)));
        assertThat(greedy.encode("a \t b").size()).isEqualTo(3);
        assertQuick(greedy, () -> "x".repeat(100_000));
        String tabs = "\t".repeat(200_000);
        assertThat(assertTimeoutPreemptively(LIMIT, () -> greedy.encode(tabs)).size()).isPositive();
    }

    @Test
    void spacesThatMasksTakeAreQuick() {
        Tokenizer bart = Tokenizers.load("classroom", Fixtures::classroomBart);
        String masks = (" ".repeat(1_000) + "<mask>").repeat(1_000);
        Encoding encoding = assertTimeoutPreemptively(LIMIT, () -> bart.encode(masks, masks));
        assertThat(encoding.content()).hasSize(2_000);
        assertQuickWithTemplate(bart, " ".repeat(MILLION) + "<mask");
    }

    private static void assertQuickWithTemplate(Tokenizer with, String text) {
        Encoding encoding = assertTimeoutPreemptively(LIMIT, () -> with.encode(text));
        assertThat(with.decode(encoding.ids())).isEqualTo("<s>" + text + "</s>");
    }
}
