package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Added tokens between cleaning and splitting, with all their options, beside the Rust library. */
class BertAddedTokenTest {
    private static final String[] WORDS = {"[MASK]", "[mask]", "[MASK", "[SEP]", "MASK", "<L>", "<l>", "<R>", "<r>",
        "<n>",
        "<N>", "<lr>", "<W>", "<w>", "\u00c9T\u00c9", "ete", "\u00e9t\u00e9", "e\u0301te", "abab", "ABAB", "ab", "play",
        "##zzy", "zzy",
        " ",
        "  ", "\t", "\n", "\u00a0", "\u3000", "\u200b", "\u0301", "a", "B", "_", "1", "\u4f60", "\ud83d\ude00", ".",
        "do not", "s"};

    private static String added(String content, String flags) {
        return "{\"content\": \"" + content + "\", \"single_word\": " + flags.contains("w") + ", \"lstrip\": "
                + flags.contains("l") + ", \"rstrip\": " + flags.contains("r") + ", \"normalized\": "
                + flags.contains("n") + ", \"special\": " + flags.contains("s");
    }

    /** A tokenizer with more added tokens, numbered from the end of its vocabulary. */
    private static String with(String json, String... tokens) {
        StringBuilder list = new StringBuilder();
        int id = 3940;
        for (String token : tokens) {
            list.append(", ").append(token).append(", \"id\": ").append(id++).append('}');
        }
        String mask = "\"[MASK]\"";
        int end = json.indexOf(']', json.indexOf(mask) + mask.length());
        return json.substring(0, end) + list + json.substring(end);
    }

    private static List<String> sentences() {
        Random random = new Random(11);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            StringBuilder sentence = new StringBuilder();
            for (int word = random.nextInt(9); word >= 0; word--) {
                sentence.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(3) == 0 ? " " : "");
            }
            sentences.add(sentence.toString());
        }
        return sentences;
    }

    @Test
    void everyOptionDoesWhatItDoesInTheReference() {
        String[] tokens = {added("<L>", "l"), added("<R>", "rs"), added("<lr>", "lrn"), added("<N>", "n"),
            added("<W>", "wn"), added("\u00c9T\u00c9", "n"), added("abab", "w"), added("##zzy", ""),
            added("do not", "s")};
        for (String json : List.of(Fixtures.classroomBertText("tokenizer.json"), BertReferenceTest.cased())) {
            try (RustTokenizer both = new RustTokenizer(with(json, tokens))) {
                for (String sentence : sentences()) {
                    both.assertSame(sentence);
                    both.assertSame(sentence, "a [MASK] \u00e9te");
                    BertStepsTest.assertStepsLeadToTokens(both.ours(), sentence);
                }
            }
        }
    }

    @Test
    void tokensThatReadAlikeOnceTheyAreCleanedAreFoundAsTheFirst() {
        String json = with(Fixtures.classroomBertText("tokenizer.json"), added("<N>", "n"), added("<n>", "n"));
        try (RustTokenizer both = new RustTokenizer(json)) {
            assertThat(both.assertSame("<n><N>").pieces()).containsExactly("[CLS]", "<N>", "<N>", "[SEP]");
        }
    }

    @Test
    void maskIsFoundOnlyAsItIsWritten() {
        Tokenizer tokenizer = Tokenizers.load("classroom", Fixtures::classroomBert);
        AddedToken mask = tokenizer.vocabulary().mask().orElseThrow();
        assertThat(tokenizer.encode("the [MASK]s").pieces()).containsExactly("[CLS]", "the", "[MASK]", "s", "[SEP]");
        assertThat(tokenizer.encode("the [MASK]").tokens().get(2)).isEqualTo(
                new Token(mask.id(), "[MASK]", new Span(4, 10), new Span(4, 10), 0, 0));
        assertThat(tokenizer.encode("[mask]").ids()).doesNotContain(mask.id());
    }

    @Test
    void piecesAreMatchedWithThoseOfTheModelOnly() {
        String json = with(Fixtures.classroomBertText("tokenizer.json"), added("##qqq", ""), added("qqqq", "w"));
        try (RustTokenizer both = new RustTokenizer(json)) {
            both.assertSame("aqqq qqqq qqqqq ##qqq");
        }
    }
}
