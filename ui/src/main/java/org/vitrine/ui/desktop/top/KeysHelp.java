package org.vitrine.ui.desktop.top;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** A list of all keys. */
public final class KeysHelp {
    private KeysHelp() {
    }

    /** The list; shortcuts without a name for their keys are left out. */
    public static Node of(List<Shortcut> shortcuts) {
        GridPane grid = new GridPane(16, 6);
        grid.getStyleClass().add("keys-help");
        String group = "";
        int row = 0;
        for (Shortcut shortcut : shortcuts.stream().filter(each -> !each.shown().isEmpty()).toList()) {
            if (!shortcut.group().equals(group)) {
                group = shortcut.group();
                Label heading = new Label(group);
                heading.getStyleClass().addAll(Styles.TEXT_BOLD, "keys-group");
                grid.add(heading, 0, row++, 2, 1);
            }
            Label keys = new Label(shortcut.shown());
            keys.getStyleClass().add("keys");
            keys.setMinWidth(GridPane.USE_PREF_SIZE);
            Label does = new Label(shortcut.does());
            does.setWrapText(true);
            GridPane.setHgrow(does, Priority.ALWAYS);
            grid.addRow(row++, keys, does);
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setId("keys-help");
        scroll.setFitToWidth(true);
        return scroll;
    }
}
