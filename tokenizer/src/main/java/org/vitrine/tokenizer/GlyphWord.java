package org.vitrine.tokenizer;

import java.util.ArrayList;
import java.util.List;

/** A word as glyphs, one a byte, each of which knows the character of the original text that it belongs to. */
final class GlyphWord {
    private static final int MOST_BYTES = 3; // of one UTF-16 unit

    private final String text;
    private final String glyphs;
    private final int[] starts; // by glyph, in UTF-16 units of the original text
    private final int[] ends;

    /** The glyphs of one word of a segment. */
    GlyphWord(Segment segment, Span word) {
        text = word.of(segment.padded());
        StringBuilder out = new StringBuilder(text.length());
        starts = new int[MOST_BYTES * text.length()];
        ends = new int[starts.length];
        int at = word.start();
        while (at < word.end()) {
            int codePoint = Utf8.codePointAt(segment.padded(), at);
            int start = segment.source(at);
            int end = start + Character.charCount(segment.text().codePointAt(start));
            for (int i = 0; i < Utf8.length(codePoint); i++) {
                starts[out.length()] = start;
                ends[out.length()] = end;
                out.append(ByteAlphabet.glyph(Utf8.byteOf(codePoint, i)));
            }
            at += Character.charCount(codePoint);
        }
        glyphs = out.toString();
    }

    /** The word as it was, with its added space if it got one. */
    String text() {
        return text;
    }

    String glyphs() {
        return glyphs;
    }

    /** The characters that glyphs {@code from} to {@code to} (excluded) belong to, whole characters always. */
    Span span(int from, int to) {
        return new Span(starts[from], ends[to - 1]);
    }

    /** The characters of the whole word. */
    Span span() {
        return span(0, glyphs.length());
    }

    /** Glyph by glyph, for display. */
    List<Step.Glyph> bytes() {
        List<Step.Glyph> bytes = new ArrayList<>(glyphs.length());
        for (int i = 0; i < glyphs.length(); i++) {
            char glyph = glyphs.charAt(i);
            bytes.add(new Step.Glyph(ByteAlphabet.value(glyph), glyph, span(i, i + 1)));
        }
        return bytes;
    }
}
