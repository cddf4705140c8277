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
    private static final int LONGEST_TITLE = 120;

    /** A file's title: the model, what is shown, and the text. */
    String title(String shown) {
        return Chip.line(model + ": " + shown + ", for: ") + TextWidth.cut(Chip.line(text), LONGEST_TITLE);
    }
}
