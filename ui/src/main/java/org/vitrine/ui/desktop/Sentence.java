package org.vitrine.ui.desktop;

import javafx.scene.control.Label;

/**
 * What a view says in words, below its controls: as wide as the view and as high as it needs. It takes no room while there is
 * nothing to say. Not for a row that flows: there, a long sentence would not be broken into lines.
 */
public final class Sentence extends Label {
    /**
     * Nothing yet.
     *
     * @param id of the label
     */
    public Sentence(String id) {
        setId(id);
        getStyleClass().add("sentence");
        setStyle("-fx-padding: 0 0.8em 0.5em 0.8em;");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
