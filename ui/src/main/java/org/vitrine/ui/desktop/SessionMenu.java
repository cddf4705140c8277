package org.vitrine.ui.desktop;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.vitrine.ui.desktop.saved.FileChoice;
import org.vitrine.ui.desktop.saved.FileKind;
import org.vitrine.ui.desktop.saved.SavedSession;
import org.vitrine.ui.desktop.saved.SessionFile;
import org.vitrine.ui.session.FileException;

/** Saves sessions under names of their own and opens them again. */
final class SessionMenu {
    private final ViewerWindow window;
    private final FileChoice choice;
    private final MenuButton node = new MenuButton("Session");

    SessionMenu(ViewerWindow window, FileChoice choice) {
        this.window = window;
        this.choice = choice;
        node.setId("session");
        node.setTooltip(new Tooltip("Keep what is on show, or open what was kept"));
        MenuItem open = new MenuItem("Open session…");
        open.setId("open-session");
        open.setOnAction(event -> open());
        MenuItem save = new MenuItem("Save session as…");
        save.setId("save-session");
        save.setOnAction(event -> save());
        node.getItems().addAll(open, save);
    }

    Node node() {
        return node;
    }

    private void open() {
        try {
            choice.toOpen(FileKind.SESSION).ifPresent(file -> window.session().desk().slot()
                    .start(progress -> new SessionFile(file).open(), this::opened));
        } catch (FileException e) {
            window.session().desk().failed(e);
        }
    }

    private void opened(SessionFile.Found found) {
        window.restore(found.session());
        if (!found.problem().isEmpty()) {
            window.messages().failed(found.problem());
        }
    }

    private void save() {
        SavedSession session = window.capture();
        try {
            choice.toSave(FileKind.SESSION, "session.json").ifPresent(file -> window.session().desk().slot()
                    .start(progress -> {
                        new SessionFile(file).save(session);
                        return file;
                    }, done -> window.messages().done("Saved " + done)));
        } catch (FileException e) {
            window.session().desk().failed(e);
        }
    }
}
