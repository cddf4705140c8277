package org.vitrine.tokenizer;

/**
 * Ordinary text between added tokens, perhaps with a space put before it so that its first word looks like any other
 * ({@code add_prefix_space}). Positions count in {@link #padded}, the text that is split into words.
 *
 * @param text   the whole original text
 * @param start  where the segment begins in it
 * @param padded the segment, with its space if it got one
 * @param shift  1 if it got one, else 0
 */
record Segment(String text, int start, String padded, int shift) {
    /** As in the reference, a segment that begins with a space gets no other. */
    static Segment of(String text, Span span, boolean addPrefixSpace) {
        String segment = span.of(text);
        boolean spaced = addPrefixSpace && !segment.startsWith(" ");
        return new Segment(text, span.start(), spaced ? " " + segment : segment, spaced ? 1 : 0);
    }

    /** Where a padded character stands in the original text; the added space stands where the first one does. */
    int source(int at) {
        return start + Math.max(0, at - shift);
    }
}
