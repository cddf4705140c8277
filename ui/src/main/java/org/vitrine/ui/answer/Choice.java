package org.vitrine.ui.answer;

import java.util.Locale;
import java.util.StringJoiner;

/** Settings that take one of a few words. */
public final class Choice {
    private Choice() {
    }

    /**
     * The value that a word names, in whichever case.
     *
     * @throws IllegalArgumentException if it names none; lists them
     */
    public static <E extends Enum<E>> E of(String word, E[] values) {
        StringJoiner words = new StringJoiner(", ");
        for (E value : values) {
            String own = value.toString().toLowerCase(Locale.ROOT);
            if (own.equals(word.toLowerCase(Locale.ROOT))) {
                return value;
            }
            words.add(own);
        }
        throw new IllegalArgumentException("'" + word + "' is none of: " + words);
    }

    /**
     * The same for a setting that the message names.
     *
     * @throws IllegalArgumentException if the word names no value; lists them
     */
    public static <E extends Enum<E>> E of(String setting, String word, E[] values) {
        try {
            return of(word, values);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
        }
    }
}
