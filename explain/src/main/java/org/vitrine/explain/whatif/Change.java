package org.vitrine.explain.whatif;

/** What becomes of the numbers of a place. */
public sealed interface Change {
    /** All become 0. */
    record Zero() implements Change {
    }

    /**
     * All are multiplied; by 0 is the same as {@link Zero}.
     *
     * @param factor finite
     */
    record Scale(float factor) implements Change {
        public Scale {
            if (!Float.isFinite(factor)) {
                throw new IllegalArgumentException(
                        "numbers are scaled by a finite factor such as 0.5, −1 or 2, not by " + factor);
            }
        }
    }

    /** Each becomes what it is on average over all tokens of the text, so that it says nothing of this one token. */
    record Mean() implements Change {
    }

    /** The end of a sentence about something, for example {@code set to zero}. */
    default String words() {
        return switch (this) {
            case Zero() -> "set to zero";
            case Scale(float factor) -> "multiplied by " + number(factor);
            case Mean() -> "replaced by the mean over all tokens";
        };
    }

    private static String number(float factor) {
        String text = factor == (int) factor ? Integer.toString((int) factor) : Float.toString(factor);
        return text.replace('-', '−');
    }
}
