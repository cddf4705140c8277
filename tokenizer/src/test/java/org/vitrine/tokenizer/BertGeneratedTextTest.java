package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Generated text, beside the Rust library: uncased and cased, alone and in pairs. */
class BertGeneratedTextTest {
    private static RustTokenizer uncased;
    private static RustTokenizer cased;
    private static RustTokenizer accented;

    @BeforeContainer
    static void load() {
        uncased = new RustTokenizer(Fixtures.classroomBertText("tokenizer.json"));
        cased = new RustTokenizer(BertReferenceTest.cased());
        accented = new RustTokenizer(BertReferenceTest.withOptions("\"clean_text\": false,"
                + " \"handle_chinese_chars\": true, \"strip_accents\": true, \"lowercase\": false"));
    }

    @AfterContainer
    static void close() {
        uncased.close();
        cased.close();
        accented.close();
    }

    /** Characters of all planes, and often those on which cleaning, splitting and matching turn. */
    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> anywhere = Arbitraries.integers().between(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE).map(Character::toString);
        Arbitrary<String> basic = Arbitraries.integers().between(0, 0x33FF).map(Character::toString);
        Arbitrary<String> telling = Arbitraries.of(" ", "  ", "\n", "\t", "\u00a0", "\u000b", "\u200b", "\u2028",
                "\ufffd",
                "'", "'s", " do not", "a", "the", "The", "CITY", "\u00e9", "\u0130", "\u03a3", "\u1e9e", "\u4f60",
                "\uac01",
                "\uf900", "\ud869\udea5", ".", "\ud83d\ude00", "\u200d", "[MASK]", "[mask]", "[SEP]", "]", "##");
        Arbitrary<String> letters = Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(12);
        return Arbitraries.frequencyOf(Tuple.of(2, anywhere), Tuple.of(2, basic), Tuple.of(2, marks()),
                Tuple.of(4, telling), Tuple.of(2, letters)).list().ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    /** Letters that come apart and marks of many classes, some of which are no accents: their order changes. */
    @Provide
    static Arbitrary<String> marks() {
        return Arbitraries.of("\u00e9", "\u1ec7", "\u01d5", "\u0344", "\u0958", "\u0301", "\u0323", "\u0345", "\u0334",
                "\u031b", "\u093c", "\u094d", "\u3099", "\u0f73", "\u0f71", "\u08d4", "\u08d9", "\u302e", "\u302f",
                "\u1b44", "\u1dfb", "\u1baa", "\ud834\udd65", "\ud834\udd6d", "\ud834\udd5f", "\ud804\uddc0",
                "\ud838\udc00", "\u05b0", "\u0e38", "\u0f39", "o", "\uac01").list().ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    private static List<RustTokenizer> all() {
        return List.of(uncased, cased, accented);
    }

    @Property(tries = 2_000)
    void tokensAreTheReferencesTokens(@ForAll("texts") String text) {
        all().forEach(both -> both.assertSame(text));
    }

    @Property(tries = 2_000)
    void marksKeepTheReferencesOrderAndOrigins(@ForAll("marks") String text) {
        all().forEach(both -> both.assertSame(text));
        all().forEach(both -> both.assertSame("a" + text + "z \u4f60" + text));
    }

    @Property(tries = 1_000)
    void tokensOfPairsAreTheReferencesTokens(@ForAll("texts") String text, @ForAll("texts") String pair) {
        all().forEach(both -> both.assertSame(text, pair));
    }

    @Property(tries = 1_000)
    void spansAreInOrderInsideTheText(@ForAll("brokenTexts") String text) {
        for (RustTokenizer both : all()) {
            Span last = new Span(0, 0);
            for (Token token : both.ours().encode(text).content()) {
                Span span = token.span();
                assertThat(span.start()).as("%s after %s in %s", span, last, Fixtures.escape(text))
                        .isGreaterThanOrEqualTo(last.start());
                assertThat(span.end()).isGreaterThanOrEqualTo(last.end()).isLessThanOrEqualTo(text.length());
                assertThat(span.length()).isPositive();
                assertThat(token.codePoints()).isEqualTo(new Span(text.codePointCount(0, span.start()),
                        text.codePointCount(0, span.end())));
                last = span;
            }
        }
    }

    @Provide
    static Arbitrary<String> brokenTexts() {
        Arbitrary<String> halves = Arbitraries.of("\ud83d", "\ude00", "\udbff", "\udfff", "\ud83d\ude00", " ", "a",
                "\ufffd");
        return Arbitraries.oneOf(halves, texts()).list().ofMaxSize(8).map(parts -> String.join("", parts));
    }

    @Property(tries = 1_000)
    void halvesOfSurrogatePairsAreReplacementCharacters(@ForAll("brokenTexts") String text) {
        StringBuilder replaced = new StringBuilder();
        text.codePoints().forEach(c -> replaced.appendCodePoint(Character.isBmpCodePoint(c)
                && Character.isSurrogate((char) c) ? 0xFFFD : c));
        for (RustTokenizer both : all()) {
            assertThat(both.ours().encode(text).ids()).isEqualTo(both.ours().encode(replaced.toString()).ids());
        }
    }

    @Property(tries = 500)
    void stepsLeadToTheTokens(@ForAll("brokenTexts") String text) {
        all().forEach(both -> BertStepsTest.assertStepsLeadToTokens(both.ours(), text));
    }
}
