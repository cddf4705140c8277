package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What BERT's tokenizer does, on a vocabulary small enough to read. */
class WordPieceTest {
    private static final String VOCABULARY = String.join("\n", "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "play",
            "##ing", "##ed", "cafe", "a", "b", "##a", "##b", "ab", "\u4f60", "\u597d", "!", "?", "'", "s", "the", ".",
            "\u03c3", "##\u03c3", "\u1112", "##\u1161", "##\u11ab");

    private final Tokenizer tokenizer = Tokenizers.load("small", Fixtures.files(Map.of("vocab.txt", VOCABULARY)));

    private static List<String> show(Encoding encoding) {
        List<String> shown = new ArrayList<>();
        for (Token token : encoding.content()) {
            shown.add(token.piece() + "@" + token.span().start() + "-" + token.span().end());
        }
        return shown;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
        "playing|play@0-4 ##ing@4-7", "PLAYED|play@0-4 ##ed@4-6", "caf\u00e9|cafe@0-4", "cafe\u0301|cafe@0-4",
        "\u4f60\u597d|\u4f60@0-1 \u597d@1-2", "a\u4f60b|a@0-1 \u4f60@1-2 b@2-3", "a\u000bb|ab@0-3",
        "a\u2028b|a@0-1 b@2-3", "the's!?|the@0-3 '@3-4 s@4-5 !@5-6 ?@6-7", "xyz|[UNK]@0-3", "playx ab|[UNK]@0-5 ab@6-8",
        "[MASK][mask]|[MASK]@0-6 [UNK]@6-7 [UNK]@7-11 [UNK]@11-12", "\u03a3\u03a3|\u03c3@0-1 ##\u03c3@1-2",
        "\ud55c|\u1112@0-1 ##\u1161@0-1 ##\u11ab@0-1", "\u200b|", "\ud83d\ude00 a|[UNK]@0-2 a@3-4"})
    void textBecomesPiecesThatKnowWhereTheyCameFrom(String text, String pieces) {
        assertThat(String.join(" ", show(tokenizer.encode(text)))).isEqualTo(pieces == null ? "" : pieces);
    }

    @Test
    void wordOfAHundredCharactersIsMatchedAndALongerOneIsUnknown() {
        assertThat(tokenizer.encode("a".repeat(100)).content()).hasSize(100);
        assertThat(show(tokenizer.encode("a".repeat(101)))).containsExactly("[UNK]@0-101");
        assertThat(tokenizer.encode("a".repeat(99) + "\u00e1\u0301").content()).as("counted after accents are gone")
                .hasSize(100);
    }

    @Test
    void pairsAreOneSequenceOfTwoSegments() {
        Encoding encoding = tokenizer.encode("the cafe", "playing!");
        assertThat(encoding.pieces()).containsExactly("[CLS]", "the", "cafe", "[SEP]", "play", "##ing", "!", "[SEP]");
        assertThat(encoding.segments()).containsExactly(0, 0, 0, 0, 1, 1, 1, 1);
        assertThat(encoding.tokens()).extracting(Token::text).containsExactly(-1, 0, 0, -1, 1, 1, 1, -1);
        assertThat(encoding.tokens().get(4).span()).isEqualTo(new Span(0, 4));
        assertThat(tokenizer.encode("the", "")).isEqualTo(tokenizer.encode("the"));
        assertThat(tokenizer.readsPairs()).isTrue();
    }

    @Test
    void decodingJoinsPiecesAndTidiesSpacesBeforePunctuation() {
        int[] ids = tokenizer.encode("The playing's! [MASK]").ids();
        assertThat(tokenizer.decode(ids)).isEqualTo("[CLS] the playing ' s! [MASK] [SEP]");
        assertThat(tokenizer.decodeText(ids)).isEqualTo("the playing ' s!");
        assertThat(tokenizer.decodeText(tokenizer.encode("a.b ?").ids())).isEqualTo("a. b?");
    }

    @Test
    void codePointsAreCountedBesideUtf16Units() {
        Token token = tokenizer.encode("\ud83d\ude00 a").content().get(1);
        assertThat(token.span()).isEqualTo(new Span(3, 4));
        assertThat(token.codePoints()).isEqualTo(new Span(2, 3));
    }
}
