package org.vitrine.ui.desktop;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Subscription;

/** The whole screen, for the window or for a single view. */
final class FullScreen {
    private final BorderPane root;
    private final ViewTabs tabs;
    private final Label title = new Label();
    private final HBox bar = new HBox(8);
    private Around around;
    private boolean filledBefore;
    private Subscription leaving = Subscription.EMPTY;

    /** What stands around the views while one of them is not alone. */
    private record Around(Node top, Node center, Node bottom) {
    }

    FullScreen(BorderPane root, ViewTabs tabs) {
        this.root = root;
        this.tabs = tabs;
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button leave = new Button("Leave (Esc)");
        leave.setId("leave-alone");
        leave.setOnAction(event -> leave());
        bar.getChildren().addAll(title, space, leave);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("alone-bar", "tools");
        tabs.onFront(this::follow);
    }

    /** Gives the view in front the whole screen, or ends that. */
    void toggleAlone(String name) {
        if (around != null) {
            leave();
            return;
        }
        Optional<Node> view = tabs.take();
        if (view.isEmpty()) {
            return;
        }
        around = new Around(root.getTop(), root.getCenter(), root.getBottom());
        title.setText(name);
        root.setTop(bar);
        root.setBottom(null);
        root.setCenter(view.get());
        filledBefore = stage().map(Stage::isFullScreen).orElse(false);
        fill(true);
    }

    /** Another view came to the front while one was alone: it is alone now. */
    private void follow() {
        if (around != null) {
            root.setCenter(null);
            tabs.take().ifPresent(root::setCenter);
            title.setText(tabs.front().map(View::title).orElse(""));
        }
    }

    /** Lets the window fill the screen, or ends that. */
    void toggle() {
        fill(!stage().map(Stage::isFullScreen).orElse(false));
    }

    /** Ends what was begun; says whether there was anything. */
    boolean leave() {
        if (around == null) {
            boolean filled = stage().map(Stage::isFullScreen).orElse(false);
            if (filled) {
                fill(false);
            }
            return filled;
        }
        leaving.unsubscribe();
        root.setCenter(null);
        tabs.putBack();
        root.setTop(around.top);
        root.setCenter(around.center);
        root.setBottom(around.bottom);
        around = null;
        fill(filledBefore);
        return true;
    }

    private void fill(boolean filled) {
        stage().ifPresent(stage -> {
            stage.setFullScreenExitHint("");
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(filled);
            leaving.unsubscribe();
            leaving = stage.fullScreenProperty().subscribe((before, now) -> {
                if (!now && around != null) {
                    leave(); // the operating system has ended it
                }
            });
        });
    }

    private Optional<Stage> stage() {
        return root.getScene() != null && root.getScene().getWindow() instanceof Stage stage ? Optional.of(stage)
                : Optional.empty();
    }
}
