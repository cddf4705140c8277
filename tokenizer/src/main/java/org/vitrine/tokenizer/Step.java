package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One stage on the way from text to tokens, made for looking at. Each kind of tokenizer has five, always in this order:
 * <ul>
 * <li>byte-level BPE: {@link Parts}, {@link Words}, {@link Glyphs}, {@link Merges}, {@link Pieces};
 * <li>WordPiece: {@link Parts}, {@link Cleaned}, {@link Words}, {@link Matches}, {@link Pieces}.
 * </ul>
 * The stages from the words to the last but one speak of the same words, in the same order. Spans are in UTF-16 units
 * of the original text, except where another text is named.
 */
public sealed interface Step {
    /** The first: added tokens such as {@code <|endoftext|>} are cut out; what lies between them goes on. */
    record Parts(List<Part> parts) implements Step {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /** A stretch of the text: an added token with its id, or ordinary text without one. */
    record Part(String text, Span span, OptionalInt id) {
    }

    /**
     * WordPiece's second: what lies between the added tokens that are looked for as they are written is cleaned. (The
     * few that are looked for after cleaning are cut out of the cleaned text.)
     */
    record Cleaned(List<CleanedText> texts) implements Step {
        public Cleaned {
            texts = List.copyOf(texts);
        }
    }

    /** A stretch of the text before and after cleaning, and the kinds of changes that happened, in their order. */
    record CleanedText(String before, Span span, String after, List<Change> changes) {
        public CleanedText {
            changes = List.copyOf(changes);
        }
    }

    /** What cleaning can do, in the order in which it does it. */
    enum Change {
        /** Control characters, private ones and U+FFFD are gone. */
        REMOVED,
        /** White space of other kinds is U+0020. */
        SPACED,
        /** Han ideographs have spaces around them. */
        CJK_SPACED,
        /** Letters are decomposed and their accents are gone. */
        ACCENTS_STRIPPED,
        /** Capital letters are small. */
        LOWERCASED
    }

    /**
     * Ordinary text is split into words, by the pattern of {@link WordSplitter} or by {@link BertPreTokenizer}; no token
     * crosses their borders.
     */
    record Words(List<Word> words) implements Step {
        public Words {
            words = List.copyOf(words);
        }
    }

    /**
     * A word. In byte-level BPE it has its leading space (one that {@code add_prefix_space} put there is in the text, not
     * in the span), in WordPiece it is cleaned.
     */
    record Word(String text, Span span) {
    }

    /** BPE's third: each word becomes bytes, and each byte a printable glyph: see {@link ByteAlphabet}. */
    record Glyphs(List<GlyphWord> words) implements Step {
        public Glyphs {
            words = List.copyOf(words);
        }
    }

    /** A word as glyphs. */
    record GlyphWord(String glyphs, List<Glyph> bytes) {
        public GlyphWord {
            bytes = List.copyOf(bytes);
        }
    }

    /** One byte (0 to 255), the glyph that stands for it and the character of the text that it is part of. */
    record Glyph(int value, char glyph, Span span) {
    }

    /** BPE's fourth: in each word neighbours are joined, lowest rank first, until no rule applies. */
    record Merges(List<MergedWord> words) implements Step {
        public Merges {
            words = List.copyOf(words);
        }
    }

    /** A word's glyphs and the merges that happened to it, in the order in which they happened. */
    record MergedWord(String glyphs, List<Merge> merges) {
        public MergedWord {
            merges = List.copyOf(merges);
        }

        /** The symbols once the first {@code count} merges are done: 0 gives single glyphs, all of them the pieces. */
        public List<String> symbolsAfter(int count) {
            BitSet joined = new BitSet(glyphs.length());
            for (Merge merge : merges.subList(0, count)) {
                joined.set(merge.at() + merge.left().length());
            }
            List<String> symbols = new ArrayList<>();
            int start = 0;
            for (int i = 1; i <= glyphs.length(); i++) {
                if (!joined.get(i)) {
                    symbols.add(glyphs.substring(start, i));
                    start = i;
                }
            }
            return symbols;
        }

        /** What is left when every merge is done. */
        public List<String> pieces() {
            return symbolsAfter(merges.size());
        }
    }

    /** The rule of that rank joined two symbols; {@code at} is the index of the first glyph of {@code left}. */
    record Merge(int rank, String left, String right, String result, int at) {
    }

    /** WordPiece's fourth: each word is split into pieces, the longest first that fits, from left to right. */
    record Matches(List<MatchedWord> words) implements Step {
        public Matches {
            words = List.copyOf(words);
        }
    }

    /**
     * A word and its matches, from left to right. It becomes their pieces, or one token for an unknown word. A word that
     * is too long has no matches; if no piece fits somewhere, the last match has none.
     */
    record MatchedWord(String word, Outcome outcome, List<Match> matches) {
        public MatchedWord {
            matches = List.copyOf(matches);
        }
    }

    /** What came of matching a word. */
    enum Outcome {
        /** The pieces of its matches. */
        PIECES,
        /** Unknown: somewhere in it no piece fits. */
        NO_PIECE_FITS,
        /** Unknown: it has more characters than are looked at. */
        TOO_LONG
    }

    /**
     * The longest piece that fits at one place of a word.
     *
     * @param span     what it covers, in UTF-16 units of the word
     * @param piece    the piece as stored, such as {@code ##ing}; empty if none fits
     * @param failed   what was tried before it in vain, longest first; nothing longer than the longest piece of all is
     *                 tried, and of very many attempts the first are kept
     * @param failures how many attempts failed
     */
    record Match(Span span, Optional<String> piece, List<String> failed, int failures) {
        public Match {
            failed = List.copyOf(failed);
        }
    }

    /** The last: the pieces and added tokens with their ids: what {@link Tokenizer#encode} returns. */
    record Pieces(List<Token> tokens) implements Step {
        public Pieces {
            tokens = List.copyOf(tokens);
        }
    }
}
