package org.vitrine.ui.desktop.top;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Something in the middle, and at its right one panel at a time, or none. */
public final class SideRegion {
    private static final double SHARE = 0.68;

    private final SplitPane split = new SplitPane();
    private final Pane toggles;
    private final List<Panel> panels = new ArrayList<>();
    private final ObjectProperty<String> open = new SimpleObjectProperty<>(this, "open", "");
    private final Label heading = new Label();
    private final VBox frame = new VBox();
    private double divider = SHARE;

    private record Panel(String title, Node node, ToggleButton toggle) {
    }

    /**
     * Nothing yet at the side of a node.
     *
     * @param toggles where the buttons go that open the panels
     */
    public SideRegion(Node middle, Pane toggles) {
        this.toggles = toggles;
        split.getItems().add(middle);
        split.getStyleClass().add("side-split");
        frame.getStyleClass().add("side");
        frame.setId("side");
        frame.setMinWidth(0);
        heading.getStyleClass().add(Styles.TEXT_BOLD);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = new Button("Close");
        close.setId("side-close");
        close.getStyleClass().add(Styles.FLAT);
        close.setAccessibleText("Close the panel at the side");
        close.setOnAction(event -> open.set(""));
        HBox head = new HBox(8, heading, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("side-head", "tools");
        frame.getChildren().add(head);
        open.subscribe(this::show);
    }

    /** The whole region. */
    public Node node() {
        return split;
    }

    /** Adds a panel that is closed at first. */
    public void add(String title, Node node) {
        ToggleButton toggle = new ToggleButton(title);
        toggle.setId("side-" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        toggle.setOnAction(event -> open.set(toggle.isSelected() ? title : ""));
        panels.add(new Panel(title, node, toggle));
        toggles.getChildren().add(toggle);
    }

    /** The title of the panel that is open; empty for none. */
    public ObjectProperty<String> openProperty() {
        return open;
    }

    /** Opens a panel if it is closed, and closes it if it is open. */
    public void toggle(String title) {
        open.set(open.get().equals(title) ? "" : title);
    }

    private void show(String title) {
        Optional<Panel> wanted = panels.stream().filter(panel -> panel.title.equals(title)).findFirst();
        panels.forEach(panel -> panel.toggle.setSelected(panel.title.equals(title)));
        if (split.getDividerPositions().length > 0) {
            divider = split.getDividerPositions()[0];
        }
        split.getItems().remove(frame);
        frame.getChildren().remove(1, frame.getChildren().size());
        if (wanted.isPresent()) {
            heading.setText(title);
            VBox.setVgrow(wanted.get().node, Priority.ALWAYS);
            frame.getChildren().add(wanted.get().node);
            split.getItems().add(frame);
            split.setDividerPositions(divider);
            SplitPane.setResizableWithParent(frame, false);
        }
    }
}
