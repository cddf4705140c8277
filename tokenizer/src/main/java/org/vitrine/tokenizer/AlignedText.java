package org.vitrine.tokenizer;

import java.util.Arrays;

/**
 * Text on its way through normalisation: each UTF-16 unit of it knows the character of the original text that it came
 * from. Never changed; a stage of normalisation makes a new one.
 */
final class AlignedText {
    /** What becomes of one character: whatever is added to {@code out} has come from it. */
    interface Rewriting {
        void rewrite(int codePoint, Builder out);
    }

    private final String text;
    private final int[] starts; // by unit of the text, in UTF-16 units of the original
    private final int[] ends;

    private AlignedText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** A part of an original text as it is, except that half a surrogate pair is U+FFFD. */
    static AlignedText of(String original, Span part) {
        Builder out = new Builder(part.length());
        for (int at = part.start(); at < part.end();) {
            int end = at + Character.charCount(original.codePointAt(at));
            out.from(at, end);
            out.add(Utf8.codePointAt(original, at));
            at = end;
        }
        return out.build();
    }

    /** The characters. */
    String text() {
        return text;
    }

    /** Where this text, which must not be empty, came from: whole characters of the original text. */
    Span source() {
        return new Span(starts[0], ends[text.length() - 1]);
    }

    /** A stretch of this text. */
    AlignedText slice(Span range) {
        return new AlignedText(range.of(text), Arrays.copyOfRange(starts, range.start(), range.end()),
                Arrays.copyOfRange(ends, range.start(), range.end()));
    }

    /** The text that comes of rewriting each character by itself. */
    AlignedText rewrite(Rewriting rewriting) {
        Builder out = new Builder(text.length());
        for (int at = 0; at < text.length();) {
            int codePoint = text.codePointAt(at);
            out.from(this, at);
            rewriting.rewrite(codePoint, out);
            at += Character.charCount(codePoint);
        }
        return out.build();
    }

    /** Puts a text together, character by character. */
    static final class Builder {
        private final StringBuilder text;
        private int[] starts;
        private int[] ends;
        private int start;
        private int end;

        /** Room for about that many units. */
        Builder(int expected) {
            text = new StringBuilder(expected);
            starts = new int[expected];
            ends = new int[expected];
        }

        /** What is added next has come from these units of the original text. */
        void from(int start, int end) {
            this.start = start;
            this.end = end;
        }

        /** What is added next has come from where unit {@code at} of another text came from. */
        void from(AlignedText other, int at) {
            from(other.starts[at], other.ends[at]);
        }

        void add(int codePoint) {
            int length = text.length();
            text.appendCodePoint(codePoint);
            if (text.length() > starts.length) {
                starts = Arrays.copyOf(starts, 2 * text.length());
                ends = Arrays.copyOf(ends, starts.length);
            }
            Arrays.fill(starts, length, text.length(), start);
            Arrays.fill(ends, length, text.length(), end);
        }

        AlignedText build() {
            return new AlignedText(text.toString(), starts, ends);
        }
    }
}
