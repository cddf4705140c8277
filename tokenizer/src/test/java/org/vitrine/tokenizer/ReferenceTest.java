package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The classroom vocabulary, beside the Rust library that reads the same tokenizer.json. */
class ReferenceTest {
    private static RustTokenizer both;

    @BeforeAll
    static void load() {
        both = new RustTokenizer(Fixtures.classroomText("tokenizer.json"));
    }

    @AfterAll
    static void close() {
        both.close();
    }

    @Test
    void everyTextOfTheRecordsGivesTheReferencesTokens() {
        List<String> texts = Fixtures.texts();
        assertThat(texts).hasSize(1074);
        for (String text : texts) {
            both.assertSame(text);
        }
    }

    @Test
    void vocabularyAndMergesGiveTheSameAsTokenizerJson() {
        Tokenizer files = Tokenizers.load("classroom", Fixtures.without(Fixtures::classroom, "tokenizer.json"));
        for (String text : Fixtures.texts()) {
            assertThat(files.encode(text)).isEqualTo(both.ours().encode(text));
        }
        assertThat(files.vocabulary().specialTokens()).isEqualTo(both.ours().vocabulary().specialTokens());
    }

    @Test
    void everyCodePointIsSplitAsInTheReference() {
        StringBuilder text = new StringBuilder();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            if (!surrogate && Character.isDefined(codePoint)) {
                text.append('a').appendCodePoint(codePoint).append("1 ").appendCodePoint(codePoint).append(".  ");
            }
            if (text.length() > 8_000 || codePoint == Character.MAX_CODE_POINT) {
                both.assertSame(text.toString());
                text.setLength(0);
            }
        }
    }

    @Test
    void randomIdsDecodeAsInTheReference() {
        Random random = new Random(7);
        int size = both.ours().vocabulary().size();
        for (int round = 0; round < 2_000; round++) {
            int[] ids = random.ints(1 + random.nextInt(12), 0, round % 2 == 0 ? size : 256).toArray();
            assertThat(both.ours().decode(ids)).as("ids %s", ids).isEqualTo(both.decode(ids));
        }
    }

    @Test
    void idsThatTheVocabularyDoesNotHaveDecodeToNothing() {
        int size = both.ours().vocabulary().size();
        int[] ids = {0, size, 1, size + 1_000_000, 2};
        assertThat(both.ours().decode(ids)).isEqualTo("!\"#").isEqualTo(both.decode(ids));
        assertThat(both.ours().decode(new int[]{-1, 0})).isEqualTo("!");
    }
}
