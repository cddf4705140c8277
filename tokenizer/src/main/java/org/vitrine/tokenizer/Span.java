package org.vitrine.tokenizer;

/**
 * A stretch of a text, half-open: {@code start} is in it, {@code end} is not.
 *
 * @param start where it begins, from 0
 * @param end where it has ended, not before {@code start}
 */
public record Span(int start, int end) {
    /**
     * A stretch between two places.
     *
     * @throws IllegalArgumentException if the ends are negative or the wrong way round
     */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span needs 0 <= start <= end, got " + start + " and " + end);
        }
    }

    /** How many units it covers. */
    public int length() {
        return end - start;
    }

    /** The part of {@code text} that this span, counted in UTF-16 units, covers. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
