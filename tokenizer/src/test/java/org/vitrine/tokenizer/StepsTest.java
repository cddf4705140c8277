package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The visible pipeline: each stage follows from the one before, and the last is the encoding. */
class StepsTest {
    private final Tokenizer tokenizer = Tokenizers.load("classroom", Fixtures::classroom);

    /** Replays the stages of a text and asserts that nothing is lost on the way. */
    static void assertStepsLeadToTokens(Tokenizer tokenizer, String text) {
        List<Step> steps = tokenizer.steps(text);
        assertThat(steps).hasSize(5);
        Step.Parts parts = (Step.Parts) steps.get(0);
        Step.Words words = (Step.Words) steps.get(1);
        Step.Glyphs glyphs = (Step.Glyphs) steps.get(2);
        Step.Merges merges = (Step.Merges) steps.get(3);
        Step.Pieces pieces = (Step.Pieces) steps.get(4);
        assertThat(pieces.tokens()).isEqualTo(tokenizer.encode(text).tokens());

        StringBuilder joined = new StringBuilder();
        List<String> expected = new ArrayList<>();
        int word = 0;
        for (Step.Part part : parts.parts()) {
            joined.append(part.text());
            if (part.id().isPresent()) {
                expected.add(tokenizer.vocabulary().piece(part.id().getAsInt()));
                continue;
            }
            while (word < words.words().size() && words.words().get(word).span().end() <= part.span().end()) {
                assertThat(words.words().get(word).text()).isEqualTo(words.words().get(word).span().of(text));
                expected.addAll(merges.words().get(word++).pieces());
            }
        }
        assertThat(joined.toString()).isEqualTo(text);
        assertThat(new Encoding(text, "", pieces.tokens()).content()).extracting(Token::piece).isEqualTo(expected);
        for (int i = 0; i < words.words().size(); i++) {
            assertGlyphsAreBytes(words.words().get(i), glyphs.words().get(i));
            assertMergesFollow(merges.words().get(i));
        }
    }

    private static void assertGlyphsAreBytes(Step.Word word, Step.GlyphWord glyphs) {
        byte[] bytes = word.text().getBytes(StandardCharsets.UTF_8);
        assertThat(glyphs.bytes()).hasSize(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            Step.Glyph glyph = glyphs.bytes().get(i);
            assertThat(glyph.value()).isEqualTo(bytes[i] & 0xFF);
            assertThat(glyph.glyph()).isEqualTo(ByteAlphabet.glyph(glyph.value())).isEqualTo(glyphs.glyphs().charAt(i));
        }
    }

    private static void assertMergesFollow(Step.MergedWord word) {
        for (int i = 0; i < word.merges().size(); i++) {
            Step.Merge merge = word.merges().get(i);
            List<String> before = word.symbolsAfter(i);
            List<String> after = word.symbolsAfter(i + 1);
            int index = 0;
            for (int at = 0; at < merge.at(); index++) {
                at += before.get(index).length();
            }
            assertThat(before.get(index)).isEqualTo(merge.left());
            assertThat(before.get(index + 1)).isEqualTo(merge.right());
            assertThat(after.get(index)).isEqualTo(merge.result()).isEqualTo(merge.left() + merge.right());
            assertThat(after).hasSize(before.size() - 1);
        }
    }

    @Test
    void everyTextOfTheRecordsLeadsFromTextToTokens() {
        for (String text : Fixtures.texts()) {
            assertStepsLeadToTokens(tokenizer, text);
        }
    }

    @Test
    void mergesOfOneWordCanBeFollowedOneByOne() {
        Step.Merges merges = (Step.Merges) tokenizer.steps(" the").get(3);
        Step.MergedWord word = merges.words().getFirst();
        assertThat(word.symbolsAfter(0)).containsExactly("Ġ", "t", "h", "e");
        assertThat(word.symbolsAfter(1)).containsExactly("Ġ", "t", "he");
        assertThat(word.symbolsAfter(2)).containsExactly("Ġt", "he");
        assertThat(word.pieces()).containsExactly("Ġthe");
        assertThat(word.merges()).extracting(Step.Merge::rank).containsExactly(0, 1, 3);
        assertThat(word.merges()).extracting(Step.Merge::at).containsExactly(2, 0, 0);
    }

    @Test
    void specialTokensAreCutOutBeforeTextIsSplitIntoWords() {
        List<Step> steps = tokenizer.steps("the end<|endoftext|>it's 10");
        Step.Parts parts = (Step.Parts) steps.get(0);
        assertThat(parts.parts()).extracting(Step.Part::text).containsExactly("the end", "<|endoftext|>", "it's 10");
        assertThat(parts.parts().get(1).id()).hasValue(3999);
        assertThat(parts.parts().get(1).span()).isEqualTo(new Span(7, 20));
        Step.Words words = (Step.Words) steps.get(1);
        assertThat(words.words()).extracting(Step.Word::text).containsExactly("the", " end", "it", "'s", " 10");
    }

    @Test
    void textOfOneTokenIsWhatPeopleRead() {
        Vocabulary vocabulary = tokenizer.vocabulary();
        assertThat(tokenizer.text(vocabulary.find("Ġthe").orElseThrow())).isEqualTo(" the");
        assertThat(tokenizer.text(vocabulary.find("Ċ").orElseThrow())).isEqualTo("\n");
        assertThat(tokenizer.text(vocabulary.find("Ã").orElseThrow())).isEqualTo("\ufffd");
        assertThat(tokenizer.text(3999)).isEqualTo("<|endoftext|>");
        assertThat(tokenizer.text(123_456)).isEqualTo("[123456]");
        assertThat(tokenizer.text(-1)).isEqualTo("[-1]");
    }
}
