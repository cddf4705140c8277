package org.vitrine.ui.desktop;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.vitrine.ui.desktop.saved.SavedSession;
import org.vitrine.ui.desktop.saved.SavedSession.Size;
import org.vitrine.ui.desktop.saved.SessionFile;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Slot;
import org.vitrine.ui.session.FileException;
import org.vitrine.ui.session.ModelCache;

/** A window from its opening, where the last one was left, to its closing; what it is about is kept after every run. */
final class Visit {
    private final Stage stage;
    private final Session session;
    private final ViewerWindow window;
    private final SessionFile file;
    private final Slot saving;
    private final AtomicInteger written = new AtomicInteger();
    private int captured;

    Visit(Stage stage, ViewerWindow window, SessionFile file) {
        this.stage = stage;
        this.window = window;
        this.session = window.session();
        this.file = file;
        this.saving = session.desk().slot();
    }

    /** Shows the window and reads at once what is to be read first. */
    void open(ViewerOptions options, ModelCache cache) {
        SessionFile.Found found = file.load();
        SavedSession saved = options.over(found.session());
        options.threads().ifPresent(session::setThreads);
        Size size = saved.size();
        stage.setTitle("Vitrine");
        stage.setScene(new Scene(window.root(), size.width(), size.height()));
        stage.setMaximized(size.maximized());
        stage.setOnHidden(event -> close());
        stage.show();
        window.focusText();
        window.restore(saved);
        window.model().search(cache);
        if (!found.problem().isEmpty()) {
            window.messages().failed(found.problem());
        }
        session.readProperty().subscribe((before, now) -> keep());
    }

    private SavedSession state() {
        if (!stage.isFullScreen() && !stage.isMaximized() && !stage.isIconified()) {
            window.resized(new Size(Math.clamp(stage.getScene().getWidth(), Size.SMALLEST, Size.LARGEST),
                    Math.clamp(stage.getScene().getHeight(), Size.SMALLEST, Size.LARGEST), false));
        } else {
            window.resized(new Size(window.size().width(), window.size().height(), stage.isMaximized()));
        }
        return window.capture();
    }

    /** Once all views know what was read. */
    private void keep() {
        session.desk().inForeground(() -> {
            SavedSession now = state();
            int number = ++captured;
            saving.start(progress -> {
                write(now, number);
                return now;
            }, done -> {
            });
        });
    }

    /** An older state never comes over a newer one. */
    private void write(SavedSession state, int number) {
        synchronized (written) {
            if (number > written.get()) {
                written.set(number);
                file.save(state);
            }
        }
    }

    private void close() {
        session.cancel();
        try {
            write(state(), ++captured);
        } catch (FileException e) {
            session.desk().failed(e); // the window has gone: there is nobody to be told
        }
    }
}
