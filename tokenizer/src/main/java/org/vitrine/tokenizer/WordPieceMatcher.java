package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Splits a word into pieces, greedily: the longest piece that the word begins with, then the longest that the rest
 * begins with, and so on. A piece that goes on within a word is written with a prefix, {@code ##ing}. A word with a
 * place where no piece fits is unknown as a whole.
 *
 * @see <a href="https://github.com/huggingface/tokenizers/blob/v0.22.2/tokenizers/src/models/wordpiece/mod.rs">
 *      WordPiece in the reference</a>
 */
final class WordPieceMatcher {
    /** How many of the attempts that failed before one match are kept for display. */
    static final int MOST_ATTEMPTS = 20;

    private final Set<String> pieces;
    private final String prefix;
    private final String unknown;
    private final int mostCharacters;
    private final int longest; // piece, in UTF-16 units: nothing longer needs to be tried

    /**
     * A matcher of these pieces.
     *
     * @param prefix         of pieces that go on within a word
     * @param unknown        what stands for an unknown word
     * @param mostCharacters of a word; a longer one is unknown
     */
    WordPieceMatcher(Set<String> pieces, String prefix, String unknown, int mostCharacters) {
        this.pieces = Set.copyOf(pieces);
        this.prefix = prefix;
        this.unknown = unknown;
        this.mostCharacters = mostCharacters;
        longest = pieces.stream().mapToInt(String::length).max().orElse(0);
    }

    /** The piece that stands for an unknown word. */
    String unknown() {
        return unknown;
    }

    /** The matches of a word, with what was tried before each. */
    Step.MatchedWord match(String word) {
        List<Step.Match> matches = new ArrayList<>();
        if (word.codePointCount(0, word.length()) > mostCharacters) {
            return new Step.MatchedWord(word, Step.Outcome.TOO_LONG, matches);
        }
        int start = 0;
        while (start < word.length()) {
            Step.Match match = longestAt(start, word);
            matches.add(match);
            if (match.piece().isEmpty()) {
                return new Step.MatchedWord(word, Step.Outcome.NO_PIECE_FITS, matches);
            }
            start = match.span().end();
        }
        return new Step.MatchedWord(word, Step.Outcome.PIECES, matches);
    }

    private Step.Match longestAt(int start, String word) {
        List<String> failed = new ArrayList<>();
        int failures = 0;
        int end = word.length() - start <= longest ? word.length() : borderBefore(start + longest, word);
        while (end > start) {
            String candidate = start == 0 ? word.substring(0, end) : prefix + word.substring(start, end);
            if (pieces.contains(candidate)) {
                return new Step.Match(new Span(start, end), Optional.of(candidate), failed, failures);
            }
            if (failures++ < MOST_ATTEMPTS) {
                failed.add(candidate);
            }
            end = word.offsetByCodePoints(end, -1);
        }
        return new Step.Match(new Span(start, word.length()), Optional.empty(), failed, failures);
    }

    /** The nearest border between two characters that is not after {@code at}. */
    private static int borderBefore(int at, String word) {
        return Character.isSurrogatePair(word.charAt(at - 1), word.charAt(at)) ? at - 1 : at;
    }
}
