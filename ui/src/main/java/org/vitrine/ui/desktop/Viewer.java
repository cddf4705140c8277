package org.vitrine.ui.desktop;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;

/** The desktop program. */
public final class Viewer extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /** For JavaFX, which makes the program and starts it. */
    public Viewer() {
    }

    @Override
    public void start(Stage stage) {
        Session session = new Session(Desk.ofWindow(), new Look(false, 1));
        session.textProperty().set(" Heathrow airport is in the city of");
        ViewerWindow window = new ViewerWindow(session);
        stage.setTitle("Vitrine");
        stage.setScene(new Scene(window.root(), WIDTH, HEIGHT));
        stage.show();
        session.run();
    }
}
