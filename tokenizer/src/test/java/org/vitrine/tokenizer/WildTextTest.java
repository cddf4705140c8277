package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * What holds for any text, on the classroom's three vocabularies and on the real ones where they lie beside the checkout:
 * the answers are the Rust library's, text comes back, and every character is in a token or known to be dropped.
 */
class WildTextTest {
    private static final List<RustTokenizer> BYTE_PAIRS = new ArrayList<>();
    private static final List<RustTokenizer> WORD_PIECES = new ArrayList<>();

    @BeforeContainer
    static void load() {
        BYTE_PAIRS.add(new RustTokenizer(Fixtures.classroomText("tokenizer.json")));
        BYTE_PAIRS.add(new RustTokenizer(Fixtures.text("classroom-bart/tokenizer.json")));
        WORD_PIECES.add(new RustTokenizer(Fixtures.classroomBertText("tokenizer.json")));
        Stream.of("gpt2", "bart").forEach(name -> addReal(name, BYTE_PAIRS));
        Stream.of("bert-base-uncased", "bert-base-cased").forEach(name -> addReal(name, WORD_PIECES));
    }

    private static void addReal(String name, List<RustTokenizer> tokenizers) {
        Fixtures.realVocabularyFolder(name).ifPresent(folder -> tokenizers.add(new RustTokenizer(
                new String(Fixtures.folder(folder).apply("tokenizer.json").orElseThrow(), StandardCharsets.UTF_8))));
    }

    @AfterContainer
    static void close() {
        all().forEach(RustTokenizer::close);
        BYTE_PAIRS.clear();
        WORD_PIECES.clear();
    }

    private static Stream<RustTokenizer> all() {
        return Stream.concat(BYTE_PAIRS.stream(), WORD_PIECES.stream());
    }

    @Provide
    static Arbitrary<String> texts() {
        return WildTexts.texts();
    }

    @Property(tries = 500)
    void idsSpansAndDecodedTextAreTheReferences(@ForAll("texts") String text) {
        all().forEach(both -> both.assertSame(text));
    }

    @Property(tries = 500)
    void thoseOfPairsAreTheReferencesToo(@ForAll("texts") String text, @ForAll("texts") String pair) {
        all().filter(both -> both.ours().readsPairs()).forEach(both -> both.assertSame(text, pair));
    }

    @Property(tries = 500)
    void bytePairsGiveTheTextBackButForTheSpaceThatMasksTook(@ForAll("texts") String text) {
        for (RustTokenizer both : BYTE_PAIRS) {
            int[] ids = contentIds(both.ours(), text);
            boolean takes = both.ours().vocabulary().find("<mask>").isPresent();
            assertThat(both.ours().decode(ids)).isEqualTo(takes ? text.replaceAll("(?U)\\s+(?=<mask>)", "") : text);
        }
    }

    /** The text is cleaned, so it does not come back; but what comes back is read as the same tokens. */
    @Property(tries = 500)
    void wordPiecesAreReadAgainAsTheyWereDecoded(@ForAll("texts") String text) {
        for (RustTokenizer both : WORD_PIECES) {
            int[] ids = contentIds(both.ours(), text);
            String decoded = both.ours().decode(ids);
            assertThat(contentIds(both.ours(), decoded)).as("%s, decoded %s", Fixtures.escape(text),
                    Fixtures.escape(decoded)).isEqualTo(ids);
        }
    }

    @Property(tries = 500)
    void everyCharacterIsInATokenOrWhiteSpaceBesideOne(@ForAll("texts") String text) {
        for (RustTokenizer both : BYTE_PAIRS) {
            BitSet covered = covered(both.ours(), text);
            for (int at = covered.nextClearBit(0); at < text.length(); at = covered.nextClearBit(at + 1)) {
                assertThat(CodePointSet.SPACE.contains(text.charAt(at))).as("unit %d of %s", at, Fixtures.escape(text))
                        .isTrue();
            }
        }
    }

    @Property(tries = 500)
    void everyCharacterIsInAWordPieceOrDroppedByCleaning(@ForAll("texts") String text) {
        for (RustTokenizer both : WORD_PIECES) {
            BitSet covered = covered(both.ours(), text);
            for (int at = covered.nextClearBit(0); at < text.length(); at = covered.nextClearBit(at + 1)) {
                int codePoint = text.codePointAt(at);
                assertThat(BertCharacters.REMOVED.contains(codePoint) || BertCharacters.TO_SPACE.contains(codePoint)
                        || BertCharacters.ACCENT.contains(codePoint)).as("U+%04X, unit %d of %s", codePoint, at,
                                Fixtures.escape(text))
                        .isTrue();
                at += Character.charCount(codePoint) - 1;
            }
        }
    }

    @Property(tries = 500)
    void theLastStepHoldsTheTokens(@ForAll("texts") String text) {
        all().map(RustTokenizer::ours).forEach(ours -> assertThat(((Step.Pieces) ours.steps(text).getLast()).tokens())
                .isEqualTo(ours.encode(text).tokens()));
    }

    private static int[] contentIds(Tokenizer tokenizer, String text) {
        return tokenizer.encode(text).content().stream().mapToInt(Token::id).toArray();
    }

    private static BitSet covered(Tokenizer tokenizer, String text) {
        BitSet covered = new BitSet();
        tokenizer.encode(text).content().forEach(token -> covered.set(token.span().start(), token.span().end()));
        return covered;
    }
}
