package org.vitrine.ui.desktop.top;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The window's keys: they work wherever the focus is, before whatever has it. */
public final class Keys {
    private static final boolean MAC = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    private final List<Shortcut> shortcuts;
    private final BooleanSupplier escape;
    private final Runnable help;
    private final EventHandler<KeyEvent> pressing = this::pressed;
    private final EventHandler<KeyEvent> typing = this::typed;
    private boolean swallowing;

    /**
     * These keys.
     *
     * @param escape what Esc does; says whether there was anything to do
     * @param help what a question mark does outside fields for text
     */
    public Keys(List<Shortcut> shortcuts, BooleanSupplier escape, Runnable help) {
        this.shortcuts = List.copyOf(shortcuts);
        this.escape = escape;
        this.help = help;
    }

    /** Listens to what is pressed in a scene. */
    public void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressing);
        scene.addEventFilter(KeyEvent.KEY_TYPED, typing);
    }

    /** Listens no more. */
    public void ignore(Scene scene) {
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, pressing);
        scene.removeEventFilter(KeyEvent.KEY_TYPED, typing);
    }

    private void pressed(KeyEvent event) {
        swallowing = false;
        if (event.getCode() == KeyCode.ESCAPE && escape.getAsBoolean()) {
            event.consume();
            return;
        }
        if (MAC && event.isAltDown() && event.getTarget() instanceof TextInputControl
                && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)) {
            return; // from word to word, as everywhere on a Mac
        }
        for (Shortcut shortcut : shortcuts) {
            if (shortcut.matches(event)) {
                swallowing = true;
                event.consume();
                shortcut.action().run();
                return;
            }
        }
    }

    /** What a shortcut used up types nothing. */
    private void typed(KeyEvent event) {
        if (swallowing) {
            event.consume();
        } else if (event.getCharacter().equals("?") && !(event.getTarget() instanceof TextInputControl)) {
            event.consume();
            help.run();
        }
    }
}
