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

/** Generated text and pairs for BART, beside the Rust library where it can read them. */
class GeneratedBartTextTest {
    private static RustTokenizer both;
    private static RustTokenizer spaced;

    @BeforeContainer
    static void load() {
        String json = Fixtures.text("classroom-bart/tokenizer.json");
        String changed = json.replaceAll("\"add_prefix_space\": ?false", "\"add_prefix_space\": true");
        assertThat(changed).isNotEqualTo(json);
        both = new RustTokenizer(json);
        spaced = new RustTokenizer(changed);
    }

    @AfterContainer
    static void close() {
        both.close();
        spaced.close();
    }

    /** Special tokens, whole and cut short, with all kinds of white space around them, among the texts of GPT-2. */
    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> special = Arbitraries.of("<mask>", "<mask>", "<s>", "</s>", "<pad>", "<unk>", "<mask", "s>",
                "<", "</", "<MASK>");
        Arbitrary<String> space = Arbitraries.of(" ", "  ", "\n", "\t", "\r\n", "\u00a0", "\u0085", "\u2003", "\u3000",
                "\u200b", "\u001f");
        return Arbitraries.frequencyOf(Tuple.of(3, special), Tuple.of(3, space), Tuple.of(2, GeneratedTextTest.texts()))
                .list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Property(tries = 2_000)
    void tokensAreTheReferencesTokens(@ForAll("texts") String text) {
        both.assertSame(text);
    }

    @Property(tries = 1_000)
    void tokensOfPairsAreTheReferencesTokens(@ForAll("texts") String text, @ForAll("texts") String pair) {
        both.assertSame(text, pair);
    }

    @Property(tries = 1_000)
    void tokensWithASpaceBeforeTheTextsAreTheReferencesTokens(@ForAll("texts") String text,
            @ForAll("texts") String pair) {
        spaced.assertSame(text, pair);
    }

    @Property(tries = 1_000)
    void decodingGivesTheTextBackButForTheSpaceThatMasksTook(@ForAll("texts") String text) {
        int[] ids = both.ours().encode(text).content().stream().mapToInt(Token::id).toArray();
        assertThat(both.ours().decode(ids)).isEqualTo(text.replaceAll("(?U)\\s+(?=<mask>)", ""));
    }

    @Property(tries = 1_000)
    void spansLieInTheirTextsInOrderAndDoNotBeginOrEndWithASpace(@ForAll("brokenTexts") String text,
            @ForAll("brokenTexts") String pair) {
        String[] texts = {text, pair};
        int[] last = new int[2];
        for (Token token : both.ours().encode(text, pair).tokens()) {
            if (token.special()) {
                assertThat(token.span()).isEqualTo(new Span(0, 0)).isEqualTo(token.codePoints());
                continue;
            }
            String own = texts[token.text()];
            assertThat(token.span().start()).isGreaterThanOrEqualTo(last[token.text()]);
            assertThat(token.span().of(own)).doesNotStartWith(" ").doesNotEndWith(" ");
            assertThat(token.codePoints()).isEqualTo(new Span(own.codePointCount(0, token.span().start()),
                    own.codePointCount(0, token.span().end())));
            last[token.text()] = token.span().start();
        }
    }

    @Property(tries = 1_000)
    void halvesOfSurrogatePairsAreReplacementCharacters(@ForAll("brokenTexts") String text,
            @ForAll("brokenTexts") String pair) {
        Encoding encoding = both.ours().encode(text, pair);
        Encoding replaced = both.ours().encode(GeneratedTextTest.replaceHalves(text),
                GeneratedTextTest.replaceHalves(pair));
        assertThat(encoding.tokens()).isEqualTo(replaced.tokens());
    }

    @Provide
    static Arbitrary<String> brokenTexts() {
        Arbitrary<String> parts = Arbitraries.of("\ud83d", "\ude00", "\udbff", "\udfff", "\ud83d\ude00", " ", "a",
                "\ufffd", "<mask>");
        return Arbitraries.oneOf(parts, texts()).list().ofMaxSize(8).map(list -> String.join("", list));
    }

    @Property(tries = 500)
    void stepsLeadToTheTokens(@ForAll("texts") String text) {
        StepsTest.assertStepsLeadToTokens(both.ours(), text);
    }
}
