package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/**
 * One stage on the way from text to tokens, made for looking at. Byte-level BPE has five, always in this order:
 * {@link Parts}, {@link Words}, {@link Glyphs}, {@link Merges}, {@link Pieces}. The second, third and fourth speak of
 * the same words, in the same order. All spans are in UTF-16 units of the original text.
 */
public sealed interface Step {
    /** 1. Added tokens such as {@code <|endoftext|>} are cut out; what lies between them goes on. */
    record Parts(List<Part> parts) implements Step {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /** A stretch of the text: an added token with its id, or ordinary text without one. */
    record Part(String text, Span span, OptionalInt id) {
    }

    /** 2. Ordinary text is split into words by the pattern of {@link WordSplitter}; no merge crosses their borders. */
    record Words(List<Word> words) implements Step {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** A word with its leading space; one that {@code add_prefix_space} put there is in the text, not in the span. */
    record Word(String text, Span span) {
    }

    /** 3. Each word becomes bytes, and each byte a printable glyph: see {@link ByteAlphabet}. */
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

    /** 4. In each word neighbours are joined, lowest rank first, until no rule applies. */
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

    /** 5. The pieces and added tokens with their ids: what {@link Tokenizer#encode} returns. */
    record Pieces(List<Token> tokens) implements Step {
        public Pieces {
            tokens = List.copyOf(tokens);
        }
    }
}
