package org.vitrine.ui.desktop.top;

import java.util.List;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Something that can be done with keys.
 *
 * @param group under which heading it is listed
 * @param keys any of these does it
 * @param shown how people call the keys
 * @param does what it does
 */
public record Shortcut(String group, List<KeyCombination> keys, String shown, String does, Runnable action) {
    /** A shortcut of keys as JavaFX writes them, for example {@code Shortcut+Enter}. */
    public static Shortcut of(String group, String shown, String does, Runnable action, String... keys) {
        return new Shortcut(group, List.of(keys).stream().map(KeyCombination::valueOf).toList(), shown, does, action);
    }

    boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(combination -> combination.match(event));
    }
}
