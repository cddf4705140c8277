package org.vitrine.ui.desktop;

import javafx.application.Application;
import javafx.stage.Stage;
import org.vitrine.ui.desktop.saved.SessionFile;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.session.ModelCache;

/** The desktop program. */
public final class Viewer extends Application {
    /** For JavaFX, which makes the program and starts it. */
    public Viewer() {
    }

    /**
     * Opens the window and returns when it has been closed. Once in a program, for JavaFX starts once.
     *
     * @throws UnsupportedOperationException or another RuntimeException if there is no screen
     */
    public static void open(ViewerOptions options) {
        launch(Viewer.class, options.arguments().toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        Session session = new Session(Desk.ofWindow(), new Look(false, 1));
        new Visit(stage, new ViewerWindow(session), SessionFile.ofUser())
                .open(ViewerOptions.of(getParameters().getNamed()), ModelCache.ofUser());
    }
}
