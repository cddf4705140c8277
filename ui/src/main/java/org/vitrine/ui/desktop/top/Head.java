package org.vitrine.ui.desktop.top;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands above the views; where the letters are so large that it would leave no room for them, it scrolls. */
public final class Head extends Region {
    private static final double MOST_OF_WINDOW = 0.55;

    private final VBox content;
    private final ScrollPane scroll;

    /** These things, one below the other. */
    public Head(Node... parts) {
        this.content = new VBox(parts);
        this.scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("head");
        getChildren().add(scroll);
        setMinSize(0, 0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double wished = Math.ceil(content.prefHeight(width > 0 ? width : getWidth())) + 1;
        return getScene() == null || getScene().getHeight() <= 0 ? wished
                : Math.min(wished, MOST_OF_WINDOW * getScene().getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        scroll.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
