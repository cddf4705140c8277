package org.vitrine.ui.desktop;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.vitrine.ui.desktop.saved.FileKind;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.top.Keys;
import org.vitrine.ui.desktop.top.KeysHelp;
import org.vitrine.ui.desktop.top.Shortcut;
import org.vitrine.ui.desktop.top.Steps;

/** What the keys do in the window. */
final class WindowKeys {
    private static final int NUMBERED = 9;

    private final Session session;
    private final ViewerWindow window;
    private final Steps steps;
    private final List<Shortcut> shortcuts = new ArrayList<>();

    WindowKeys(Session session, ViewerWindow window) {
        this.session = session;
        this.window = window;
        this.steps = new Steps(session);
        reading();
        selection();
        views();
        look();
    }

    Steps steps() {
        return steps;
    }

    List<Shortcut> shortcuts() {
        return List.copyOf(shortcuts);
    }

    Keys keys() {
        return new Keys(shortcuts, window::escape, () -> window.toggleSide(ViewerWindow.KEYS));
    }

    Node help() {
        return KeysHelp.of(shortcuts);
    }

    private void add(String group, String shown, String does, Runnable action, String... keys) {
        shortcuts.add(Shortcut.of(group, shown, does, action, keys));
    }

    private void note(String group, String shown, String does) {
        add(group, shown, does, () -> {
        });
    }

    private void reading() {
        String group = "Reading";
        add(group, "Ctrl+Enter, F5", "Run: the model reads the text", window::run, "Shortcut+Enter", "F5");
        note(group, "Enter", "Run, while the cursor is in the text");
        note(group, "Shift+Enter", "A new line in the text");
        note(group, "Esc", "Cancel the run; leave full screen");
        add(group, "Ctrl+L", "Go to the text", window::focusText, "Shortcut+L");
        add(group, "Ctrl+K", "Go to the tokens", window::focusTokens, "Shortcut+K");
    }

    private void selection() {
        String group = "Choosing";
        add(group, "Alt+Up", "The layer above", () -> steps.layer(1), "Alt+Up");
        add(group, "Alt+Down", "The layer below", () -> steps.layer(-1), "Alt+Down");
        add(group, "Alt+Right", "The next head", () -> steps.head(1), "Alt+Right");
        add(group, "Alt+Left", "The head before; before head 0, all", () -> steps.head(-1), "Alt+Left");
        add(group, "Alt+.", "The next token", () -> steps.token(1), "Alt+Period");
        add(group, "Alt+,", "The token before", () -> steps.token(-1), "Alt+Comma");
        note(group, "Arrows, Enter", "In a picture: go from place to place, choose");
        note(group, "Shift+Enter", "In a picture: as a double click");
    }

    private void views() {
        String group = "Views";
        for (int i = 0; i < NUMBERED; i++) {
            int index = i;
            Shortcut shortcut = Shortcut.of(group, i == 0 ? "Ctrl+1 … Ctrl+9" : "", "The first view … the ninth",
                    () -> window.show(index), "Shortcut+" + (i + 1), "Shortcut+Numpad " + (i + 1));
            shortcuts.add(shortcut);
        }
        add(group, "F11", "The view alone, on the whole screen", window::toggleAlone, "F11");
        add(group, "Shift+F11", "The window on the whole screen", window::toggleFullScreen, "Shift+F11");
        add(group, "Ctrl+S", "Save the view's picture (SVG)", () -> window.save(FileKind.SVG), "Shortcut+S");
        add(group, "Ctrl+P", "Save the view's picture (PNG)", () -> window.save(FileKind.PNG), "Shortcut+P");
        add(group, "Ctrl+J", "Save the view's numbers (JSON)", () -> window.save(FileKind.JSON), "Shortcut+J");
    }

    private void look() {
        String group = "Look";
        add(group, "Ctrl++", "Larger letters and pictures", () -> look(session.lookProperty().get().scaled(true)),
                "Shortcut+Plus", "Shortcut+Equals", "Shortcut+Shift+Equals", "Shortcut+Shift+Plus", "Shortcut+Add");
        add(group, "Ctrl+−", "Smaller letters and pictures", () -> look(session.lookProperty().get().scaled(false)),
                "Shortcut+Minus", "Shortcut+Subtract");
        add(group, "Ctrl+0", "The usual size", () -> look(new Look(session.lookProperty().get().dark(), 1)),
                "Shortcut+0", "Shortcut+Numpad 0");
        add(group, "Ctrl+D", "Dark or light", () -> look(session.lookProperty().get().inverted()), "Shortcut+D");
        add(group, "F1, ?", "This list", () -> window.toggleSide(ViewerWindow.KEYS), "F1");
    }

    private void look(Look look) {
        session.lookProperty().set(look);
    }
}
