package org.vitrine.ui.desktop.whatif;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.ui.desktop.state.WhatIf;
import org.vitrine.ui.desktop.state.WhatIf.Entry;

/** The list of interventions: a switch, a sentence and a button that removes it for each. */
final class EntriesPane {
    private final WhatIf whatIf;
    private final VBox list = new VBox();
    private final Label empty = new Label("Nothing is changed yet.");
    private final Button allOff = new Button("Switch all off");
    private final VBox node;

    EntriesPane(WhatIf whatIf) {
        this.whatIf = whatIf;
        list.setId("what-if-list");
        list.setStyle("-fx-spacing: 0.4em");
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        allOff.setId("what-if-all-off");
        allOff.setMinWidth(Region.USE_PREF_SIZE);
        allOff.getStyleClass().add(Styles.SMALL);
        allOff.setOnAction(event -> whatIf.switchAllOff());
        Label message = new Label();
        message.setId("what-if-message");
        message.setWrapText(true);
        message.textProperty().bind(whatIf.messageProperty());
        message.visibleProperty().bind(whatIf.messageProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        Label title = WhatIfPane.title("Interventions");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        this.node = new VBox(new HBox(title, allOff), empty, list, message);
        node.setStyle("-fx-spacing: 0.5em");
        whatIf.entries().subscribe(this::show);
        show();
    }

    Node node() {
        return node;
    }

    private void show() {
        list.getChildren().setAll(whatIf.entries().stream().map(this::line).toList());
        show(empty, whatIf.entries().isEmpty());
        allOff.setVisible(!whatIf.entries().isEmpty());
    }

    private static void show(Region part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }

    private Node line(Entry entry) {
        CheckBox box = new CheckBox(entry.intervention().sentence());
        box.setWrapText(true);
        box.setMinWidth(0);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setTooltip(new Tooltip("Space switches it on or off, Delete removes it"));
        box.selectedProperty().bindBidirectional(entry.enabledProperty());
        box.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                remove(entry);
                event.consume();
            }
        });
        HBox.setHgrow(box, Priority.ALWAYS);
        Button remove = new Button("✕");
        remove.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        remove.setAccessibleText("Remove: " + entry.intervention().sentence());
        remove.setTooltip(new Tooltip("Remove"));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(event -> remove(entry));
        Label objection = new Label();
        objection.setWrapText(true);
        objection.setStyle("-fx-padding: 0 0 0 1.8em");
        objection.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
        entry.objectionProperty().subscribe(words -> {
            objection.setText(words.isEmpty() ? "" : "Switched off: " + words + ".");
            show(objection, !words.isEmpty());
        });
        return new VBox(new HBox(box, remove), objection);
    }

    /** The keys go on in the line that takes the place of the removed one. */
    private void remove(Entry entry) {
        int place = whatIf.entries().indexOf(entry);
        whatIf.remove(entry);
        int last = list.getChildren().size() - 1;
        if (last >= 0) {
            list.getChildren().get(Math.min(place, last)).lookup(".check-box").requestFocus();
        }
    }
}
