package org.vitrine.ui.desktop;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;

/** All that the window holds: what is read on top, the views in tabs below, what went wrong at the foot. */
public final class ViewerWindow {
    private final Session session;
    private final List<View> views;
    private final BorderPane root = new BorderPane();
    private final TabPane tabs = new TabPane();

    /** The window of a session. */
    public ViewerWindow(Session session) {
        this.session = session;
        this.views = Views.of(session);
        root.getStyleClass().add("viewer");
        root.setTop(top());
        root.setCenter(tabs);
        Label message = new Label();
        message.textProperty().bind(session.messageProperty());
        root.setBottom(message);
        for (View view : views) {
            Tab tab = new Tab(view.title(), view.node());
            tab.setId(view.id());
            tab.setClosable(false);
            tabs.getTabs().add(tab);
            tab.selectedProperty().subscribe(view::shown);
        }
        session.lookProperty().subscribe(ViewerWindow::apply);
        session.lookProperty()
                .subscribe(look -> root.setStyle("-fx-font-size: " + Math.round(14 * look.fontScale()) + "px"));
    }

    private HBox top() {
        TextField text = new TextField();
        text.textProperty().bindBidirectional(session.textProperty());
        HBox.setHgrow(text, Priority.ALWAYS);
        Button run = new Button("Run");
        run.setId("run");
        run.setOnAction(event -> session.run());
        return new HBox(8, text, run);
    }

    private static void apply(Look look) {
        Application.setUserAgentStylesheet(
                look.dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /** What to put into a scene. */
    public Parent root() {
        return root;
    }

    /** Brings a view to the front. */
    public void show(String id) {
        tabs.getTabs().stream().filter(tab -> tab.getId().equals(id)).findFirst()
                .ifPresent(tab -> tabs.getSelectionModel().select(tab));
    }

    /** The view of that id. */
    public Optional<View> view(String id) {
        return views.stream().filter(view -> view.id().equals(id)).findFirst();
    }
}
