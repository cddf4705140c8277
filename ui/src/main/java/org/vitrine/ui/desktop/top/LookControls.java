package org.vitrine.ui.desktop.top;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;

/** Larger and smaller letters, dark and light. */
final class LookControls extends HBox {
    LookControls(Session session) {
        super(4);
        setAlignment(Pos.CENTER_RIGHT);
        Button smaller = button("smaller", "A−", "Smaller letters and pictures");
        smaller.setOnAction(event -> session.lookProperty().set(session.lookProperty().get().scaled(false)));
        Button larger = button("larger", "A+", "Larger letters and pictures");
        larger.setOnAction(event -> session.lookProperty().set(session.lookProperty().get().scaled(true)));
        Button theme = button("theme", "Dark", "Light letters on a dark ground, or dark on light");
        theme.setOnAction(event -> session.lookProperty().set(session.lookProperty().get().inverted()));
        session.lookProperty().subscribe(look -> {
            smaller.setDisable(look.fontScale() <= Look.SMALLEST);
            larger.setDisable(look.fontScale() >= Look.LARGEST);
            theme.setText(look.dark() ? "Light" : "Dark");
        });
        getChildren().addAll(smaller, larger, theme);
    }

    private static Button button(String id, String text, String does) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(does));
        button.setAccessibleText(does);
        return button;
    }
}
