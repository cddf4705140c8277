package org.vitrine.ui.desktop.canvas;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.vitrine.ui.drawing.Box;

/** Says what is pointed at, above everything else in the view, where it hides nothing of that. */
final class HintLayer extends Region {
    private final Label label = new Label();
    private Box kept = new Box(0, 0, 0, 0);

    /** Says nothing. */
    HintLayer() {
        setManaged(false);
        setMouseTransparent(true);
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        label.setVisible(false);
        getChildren().add(label);
    }

    /**
     * Says something.
     *
     * @param text null or empty for nothing
     * @param about what must not be covered, in this node's coordinates
     */
    void show(String text, Box about) {
        boolean something = text != null && !text.isBlank();
        label.setVisible(something);
        if (something) {
            kept = about;
            label.setText(text.strip());
            requestLayout();
        }
    }

    /** Whether something is said. */
    boolean isShowing() {
        return label.isVisible();
    }

    @Override
    protected void layoutChildren() {
        if (label.isVisible()) {
            Box room = new HintPlacement(Math.ceil(label.prefWidth(-1)), width -> Math.ceil(label.prefHeight(width)))
                    .beside(kept, getWidth(), getHeight());
            label.resizeRelocate(Math.floor(room.x()), Math.floor(room.y()), room.width(), room.height());
        }
    }
}
