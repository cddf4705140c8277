package org.vitrine.ui.desktop.top;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.ui.desktop.state.Device;
import org.vitrine.ui.desktop.state.Session;

/** The foot of the window: a message, if there is one, and what is on show. */
public final class Foot extends VBox {
    private final Messages messages;
    private final Label message = new Label();
    private final ToggleButton more = new ToggleButton("All of it");
    private final Button dismiss = new Button("Dismiss");

    /** The foot of a session's window. */
    public Foot(Session session, Messages messages) {
        super(4);
        this.messages = messages;
        getStyleClass().add("foot");
        StatusModel model = new StatusModel(session);
        Label status = new Label();
        status.setId("status");
        status.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        status.textProperty().bind(model.sentenceProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.sentenceProperty());
        status.setTooltip(whole);
        status.setMinWidth(0);
        Label device = device(session.device());
        HBox facts = new HBox(16, status, device);
        getChildren().addAll(line(), facts);
    }

    /** How far a device is, beside what is on show; takes no room where there is nothing to say. */
    private static Label device(Device device) {
        Label label = new Label();
        label.setId("device");
        label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.textProperty().bind(device.sentenceProperty());
        device.sentenceProperty().subscribe(sentence -> {
            label.setVisible(!sentence.isEmpty());
            label.setManaged(!sentence.isEmpty());
        });
        return label;
    }

    private HBox line() {
        message.setId("message");
        message.textProperty().bind(messages.textProperty());
        message.setMinWidth(0);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        more.setId("more");
        more.selectedProperty().subscribe(all -> {
            message.setWrapText(all);
            message.setMinHeight(all ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
            offer();
        });
        message.textTruncatedProperty().subscribe(cut -> offer());
        dismiss.setId("dismiss");
        dismiss.setOnAction(event -> messages.dismiss());
        HBox line = new HBox(8, message, more, dismiss);
        line.getStyleClass().addAll("message-line", "tools");
        more.setMinWidth(Region.USE_PREF_SIZE);
        dismiss.setMinWidth(Region.USE_PREF_SIZE);
        line.setAlignment(Pos.CENTER_LEFT);
        messages.textProperty().subscribe(text -> {
            more.setSelected(false);
            line.setVisible(!text.isEmpty());
            line.setManaged(!text.isEmpty());
        });
        messages.failedProperty().subscribe(failed -> {
            message.getStyleClass().removeAll(Styles.DANGER, Styles.SUCCESS);
            message.getStyleClass().add(failed ? Styles.DANGER : Styles.SUCCESS);
        });
        return line;
    }

    /** The whole text is offered where it does not fit. */
    private void offer() {
        boolean useful = message.isTextTruncated() || more.isSelected();
        more.setVisible(useful);
        more.setManaged(useful);
    }
}
