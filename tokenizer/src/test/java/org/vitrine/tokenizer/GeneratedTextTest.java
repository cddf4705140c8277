package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Generated text, beside the Rust library where it can read it. */
class GeneratedTextTest {
    private static RustTokenizer both;

    @BeforeContainer
    static void load() {
        both = new RustTokenizer(Fixtures.classroomText("tokenizer.json"));
    }

    @AfterContainer
    static void close() {
        both.close();
    }

    /** Characters of all planes, and often those on which the pattern and the merges turn. */
    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> anywhere = Arbitraries.integers().between(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE).map(Character::toString);
        Arbitrary<String> basic = Arbitraries.integers().between(0, 0x2FFF).map(Character::toString);
        Arbitrary<String> telling = Arbitraries.of(" ", "  ", "\n", "\t", "\u00a0", "'", "'s", "'ll", "'T", "a", "the",
                " the",
                "city", "1", "\u00b2", "\u0660", ".", "\u0301", "\ud83d\ude00", "\u200d", "<|endoftext|>",
                "<|endoftext|", "|>");
        Arbitrary<String> letters = Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(12);
        return Arbitraries.frequencyOf(Tuple.of(2, anywhere), Tuple.of(2, basic),
                Tuple.of(4, telling), Tuple.of(2, letters)).list().ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2_000)
    void tokensAreTheReferencesTokens(@ForAll("texts") String text) {
        both.assertSame(text);
    }

    @Property(tries = 1_000)
    void decodingGivesTheTextBack(@ForAll("texts") String text) {
        assertThat(both.ours().decode(both.ours().encode(text).ids())).isEqualTo(text);
    }

    @Property(tries = 1_000)
    void spansCoverTheTextInOrderAndShareOnlySplitCharacters(@ForAll("texts") String text) {
        Span last = new Span(0, 0);
        for (Token token : both.ours().encode(text).tokens()) {
            Span span = token.span();
            boolean goesOn = span.start() == last.end();
            boolean sharesCharacter = last.length() > 0 && span.start() == text.offsetByCodePoints(last.end(), -1);
            assertThat(goesOn || sharesCharacter).as("%s after %s in %s", span, last, Fixtures.escape(text)).isTrue();
            assertThat(span.length()).isPositive();
            last = span;
        }
        assertThat(last.end()).isEqualTo(text.length());
    }

    @Property(tries = 1_000)
    void halvesOfSurrogatePairsAreReplacementCharacters(@ForAll("brokenTexts") String text) {
        Encoding encoding = both.ours().encode(text);
        String replaced = replaceHalves(text);
        assertThat(encoding.ids()).isEqualTo(both.ours().encode(replaced).ids());
        assertThat(both.ours().decode(encoding.ids())).isEqualTo(replaced);
        if (!text.isEmpty()) {
            assertThat(encoding.tokens().getLast().span().end()).isEqualTo(text.length());
            assertThat(encoding.tokens().getLast().codePoints().end()).isEqualTo(text.codePointCount(0, text.length()));
        }
        both.ours().steps(text);
    }

    @Provide
    static Arbitrary<String> brokenTexts() {
        Arbitrary<String> halves = Arbitraries.of("\ud83d", "\ude00", "\udbff", "\udfff", "\ud83d\ude00", " ", "a",
                "\ufffd");
        return Arbitraries.oneOf(halves, texts()).list().ofMaxSize(8).map(parts -> String.join("", parts));
    }

    static String replaceHalves(String text) {
        StringBuilder replaced = new StringBuilder();
        text.codePoints().forEach(c -> replaced.appendCodePoint(Character.isBmpCodePoint(c)
                && Character.isSurrogate((char) c) ? 0xFFFD : c));
        return replaced.toString();
    }

    @Property(tries = 500)
    void stepsLeadToTheTokens(@ForAll("texts") String text) {
        StepsTest.assertStepsLeadToTokens(both.ours(), text);
    }
}
