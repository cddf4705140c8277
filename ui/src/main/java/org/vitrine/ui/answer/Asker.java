package org.vitrine.ui.answer;

/** Who asks: what settings are called there, and who hears what is worth a word beside the answer. */
public interface Asker {
    /** What a setting is called there: {@code --from-layer}, or {@code fromLayer}. */
    String setting(String name);

    /** A setting with its value, or several, as it is to be typed there: {@code --position 7}, or {@code position(7)}. */
    String setting(String name, Object... values);

    /** What the second text is called there. */
    String pair();

    /** An error of the kind "wrong usage", to be thrown. */
    RuntimeException usage(String message);

    /** Hears of something that is no part of the answer, in a sentence without its full stop. */
    void note(String message);

    /** Hears how far slow work is. */
    default Working working() {
        return words -> {
        };
    }
}
