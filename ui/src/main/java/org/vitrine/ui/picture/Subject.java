package org.vitrine.ui.picture;

import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.TextWidth;

/**
 * What a picture is about.
 *
 * @param model what the user called the model
 * @param text what was typed
 */
public record Subject(String model, String text) {
    /** For a window that says itself what its pictures are about: they have no heading. */
    public static final Subject SAID = new Subject("", "");

    private static final int LONGEST_TITLE = 120;

    /** Whether a picture says what it is about. */
    boolean told() {
        return !equals(SAID);
    }

    /** A file's title: the model, what is shown, and the text. */
    String title(String shown) {
        return Chip.line(model + ": " + shown + ", for: ") + TextWidth.cut(Chip.line(text), LONGEST_TITLE);
    }
}
