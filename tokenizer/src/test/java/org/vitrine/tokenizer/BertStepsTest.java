package org.vitrine.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** WordPiece's visible pipeline: each stage follows from the one before, and the last is the encoding. */
class BertStepsTest {
    private final Tokenizer tokenizer = Tokenizers.load("classroom", Fixtures::classroomBert);

    /** Replays the stages of a text and asserts that they lead to its tokens. */
    static void assertStepsLeadToTokens(Tokenizer tokenizer, String text) {
        List<Step> steps = tokenizer.steps(text);
        assertThat(steps).hasSize(5);
        Step.Parts parts = (Step.Parts) steps.get(0);
        Step.Words words = (Step.Words) steps.get(2);
        Step.Matches matches = (Step.Matches) steps.get(3);
        Step.Pieces pieces = (Step.Pieces) steps.get(4);
        assertThat(pieces.tokens()).isEqualTo(tokenizer.encode(text).tokens());
        assertThat(matches.words()).extracting(Step.MatchedWord::word)
                .isEqualTo(words.words().stream().map(Step.Word::text).toList());

        List<String> expected = new ArrayList<>(List.of("[CLS]"));
        int word = 0;
        for (Step.Part part : parts.parts()) {
            assertThat(part.text()).isEqualTo(part.span().of(text));
            if (part.id().isPresent()) {
                expected.add(tokenizer.vocabulary().piece(part.id().getAsInt()));
                continue;
            }
            while (word < words.words().size() && words.words().get(word).span().end() <= part.span().end()) {
                expected.addAll(piecesOf(matches.words().get(word++)));
            }
        }
        expected.add("[SEP]");
        assertThat(word).isEqualTo(words.words().size());
        assertThat(new Encoding(text, "", pieces.tokens()).pieces()).isEqualTo(expected);
        assertCleaned((Step.Cleaned) steps.get(1), text);
        matches.words().forEach(BertStepsTest::assertMatchesFollow);
    }

    private static List<String> piecesOf(Step.MatchedWord word) {
        return word.outcome() == Step.Outcome.PIECES
                ? word.matches().stream().map(match -> match.piece().orElseThrow()).toList()
                : List.of("[UNK]");
    }

    private static void assertCleaned(Step.Cleaned cleaned, String text) {
        for (Step.CleanedText part : cleaned.texts()) {
            assertThat(part.before()).isEqualTo(part.span().of(text));
            if (part.changes().isEmpty()) {
                assertThat(part.after()).isEqualTo(replaceHalves(part.before()));
            } else {
                assertThat(part.after()).isNotEqualTo(part.before());
                assertThat(part.changes()).isSorted();
            }
        }
    }

    private static String replaceHalves(String text) {
        StringBuilder replaced = new StringBuilder();
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            replaced.appendCodePoint(Utf8.codePointAt(text, at));
        }
        return replaced.toString();
    }

    private static void assertMatchesFollow(Step.MatchedWord word) {
        int at = 0;
        for (Step.Match match : word.matches()) {
            assertThat(match.span().start()).isEqualTo(at);
            at = match.span().end();
            String prefix = match.span().start() == 0 ? "" : "##";
            match.piece().ifPresent(piece -> assertThat(piece).isEqualTo(prefix + match.span().of(word.word())));
            int length = Integer.MAX_VALUE;
            for (String failed : match.failed()) {
                assertThat(prefix + word.word().substring(match.span().start())).startsWith(failed);
                assertThat(failed.length()).isLessThan(length)
                        .isGreaterThan(match.piece().map(String::length).orElse(0));
                length = failed.length();
            }
            assertThat(match.failed()).hasSize(Math.min(match.failures(), WordPieceMatcher.MOST_ATTEMPTS));
        }
        assertThat(at).isEqualTo(word.outcome() == Step.Outcome.TOO_LONG ? 0 : word.word().length());
    }

    @Test
    void everyTextOfTheRecordsLeadsFromTextToTokens() {
        for (JsonNode record : Fixtures.cases("bert-base-uncased.jsonl")) {
            assertStepsLeadToTokens(tokenizer, record.get("text").asString());
        }
    }

    @Test
    void stagesOfASentenceCanBeFollowed() {
        List<Step> steps = tokenizer.steps("The [MASK]\u00c9t\u00e9!");
        assertThat(((Step.Parts) steps.get(0)).parts()).extracting(Step.Part::text)
                .containsExactly("The ", "[MASK]", "\u00c9t\u00e9!");
        assertThat(((Step.Cleaned) steps.get(1)).texts()).containsExactly(
                new Step.CleanedText("The ", new Span(0, 4), "the ", List.of(Step.Change.LOWERCASED)),
                new Step.CleanedText("\u00c9t\u00e9!", new Span(10, 14), "ete!",
                        List.of(Step.Change.ACCENTS_STRIPPED, Step.Change.LOWERCASED)));
        assertThat(((Step.Words) steps.get(2)).words()).containsExactly(new Step.Word("the", new Span(0, 3)),
                new Step.Word("ete", new Span(10, 13)), new Step.Word("!", new Span(13, 14)));
    }

    @Test
    void everyKindOfChangeIsNamed() {
        Step.Cleaned cleaned = (Step.Cleaned) tokenizer.steps("a\u000bb\t\u4f60\u00e9A").get(1);
        assertThat(cleaned.texts().getFirst().after()).isEqualTo("ab  \u4f60 ea");
        assertThat(cleaned.texts().getFirst().changes()).containsExactly(Step.Change.values());
    }

    @Test
    void attemptsThatFailedStandBeforeEachMatch() {
        WordPieceMatcher matcher = new WordPieceMatcher(Set.of("un", "##aff", "##able", "[UNK]"), "##", "[UNK]",
                100);
        Step.MatchedWord word = matcher.match("unaffable");
        assertThat(word.outcome()).isEqualTo(Step.Outcome.PIECES);
        assertThat(word.matches()).containsExactly(
                new Step.Match(new Span(0, 2), Optional.of("un"), List.of("unaffa", "unaff", "unaf", "una"), 4),
                new Step.Match(new Span(2, 5), Optional.of("##aff"), List.of("##affabl", "##affab", "##affa"), 3),
                new Step.Match(new Span(5, 9), Optional.of("##able"), List.of(), 0));
    }

    @Test
    void wordInWhichNoPieceFitsIsUnknownAsAWhole() {
        WordPieceMatcher matcher = new WordPieceMatcher(Set.of("a", "[UNK]"), "##", "[UNK]", 3);
        Step.MatchedWord word = matcher.match("ab");
        assertThat(word.outcome()).isEqualTo(Step.Outcome.NO_PIECE_FITS);
        assertThat(word.matches()).containsExactly(
                new Step.Match(new Span(0, 1), Optional.of("a"), List.of("ab"), 1),
                new Step.Match(new Span(1, 2), Optional.empty(), List.of("##b"), 1));
        assertThat(matcher.match("aaaa").outcome()).isEqualTo(Step.Outcome.TOO_LONG);
        assertThat(matcher.match("aaaa").matches()).isEmpty();
    }

    @Test
    void textOfOneTokenShowsWhetherItGoesOnWithinAWord() {
        Vocabulary vocabulary = tokenizer.vocabulary();
        assertThat(tokenizer.text(vocabulary.find("the").orElseThrow())).isEqualTo("the");
        assertThat(tokenizer.text(vocabulary.find("##s").orElseThrow())).isEqualTo("##s");
        assertThat(tokenizer.text(vocabulary.find("[MASK]").orElseThrow())).isEqualTo("[MASK]");
        assertThat(tokenizer.text(123_456)).isEqualTo("[123456]");
        assertThat(tokenizer.text(-1)).isEqualTo("[-1]");
    }
}
