package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts one by one: glyphs, words, UTF-8, spans. */
class BuildingBlocksTest {
    @Test
    void everyByteHasAGlyphOfItsOwnThatIsPrintable() {
        Set<Character> glyphs = new HashSet<>();
        for (int value = 0; value < ByteAlphabet.SIZE; value++) {
            char glyph = ByteAlphabet.glyph(value);
            assertThat(glyphs.add(glyph)).isTrue();
            assertThat(ByteAlphabet.value(glyph)).isEqualTo(value);
            assertThat(Character.isISOControl(glyph) || Character.isSpaceChar(glyph) || glyph == '\u00ad').isFalse();
        }
        assertThat(ByteAlphabet.glyph(' ')).isEqualTo('Ġ');
        assertThat(ByteAlphabet.glyph('\n')).isEqualTo('Ċ');
        assertThat(ByteAlphabet.glyph('A')).isEqualTo('A');
        assertThat(ByteAlphabet.glyph(0xAD)).isEqualTo('\u0143');
        assertThat(ByteAlphabet.value(' ')).isEqualTo(-1);
        assertThat(ByteAlphabet.value('\u4f60')).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
        "it's|it,'s", "we'll've|we,'ll,'ve", "IT'S|IT,',S", "x'red|x,'re,d", "a b|a, b", "a  b|a, , b", "a   |a,   ",
        "`  `|`  `", "ab12.!c|ab,12,.!,c", " 's| ',s", "\u00e9\u4f60 \u00b2|\u00e9\u4f60, \u00b2",
        "a\u00a0 b|a,\u00a0, b",
        "a \u00a0b|a, ,\u00a0,b", "\ud83d\ude00\u0301 \u200d|\ud83d\ude00\u0301, \u200d"})
    void wordsAreThoseOfThePattern(String text, String words) {
        List<String> found = new ArrayList<>();
        for (Span span : WordSplitter.split(text)) {
            found.add(span.of(text));
        }
        assertThat(String.join(",", found)).isEqualTo(words);
    }

    @Test
    void utf8OfEveryCodePointIsJavas() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                String text = Character.toString(codePoint);
                byte[] expected = text.getBytes(StandardCharsets.UTF_8);
                byte[] bytes = new byte[Utf8.length(codePoint)];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) Utf8.byteOf(codePoint, i);
                }
                assertThat(bytes).isEqualTo(expected);
                assertThat(Utf8.decode(bytes)).isEqualTo(text);
            }
        }
    }

    @Test
    void spansKnowTheirLimits() {
        assertThat(new Span(1, 3).of("abcd")).isEqualTo("bc");
        assertThat(new Span(2, 2).length()).isZero();
        assertThatThrownBy(() -> new Span(3, 2)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 and 2");
        assertThatThrownBy(() -> new Span(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWrongIdOfAVocabularyIsNamed() {
        Vocabulary vocabulary = Tokenizers.load("classroom", Fixtures::classroom).vocabulary();
        assertThat(vocabulary.size()).isEqualTo(4000);
        assertThat(vocabulary.piece(3999)).isEqualTo("<|endoftext|>");
        assertThat(vocabulary.find("no such piece")).isEmpty();
        assertThatThrownBy(() -> vocabulary.piece(4000)).isInstanceOf(TokenizerException.class)
                .hasMessage("the vocabulary has no token 4000: its 4000 ids go up to 3999");
    }
}
