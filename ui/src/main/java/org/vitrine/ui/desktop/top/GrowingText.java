package org.vitrine.ui.desktop.top;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** A field for a text of any length: grows to a few lines. Enter runs, Shift+Enter breaks the line, Tab goes on. */
final class GrowingText extends TextArea {
    private static final int MOST_ROWS = 3;
    /** More is longer than a few lines for sure. */
    private static final int MEASURED = 2000;
    /** The room at both sides of the text, in parts of the letters' size. */
    private static final double SIDES = 2.2;

    private final Text measure = new Text();

    GrowingText(Runnable run) {
        getStyleClass().add("growing-text");
        setWrapText(true);
        setPrefRowCount(1);
        setPrefColumnCount(10);
        textProperty().subscribe(text -> fit());
        widthProperty().subscribe(width -> fit());
        fontProperty().subscribe(font -> fit());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
                replaceSelection("\n");
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !event.isAltDown()) {
                run.run();
                event.consume();
            } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
                requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }

    private void fit() {
        String text = getText() == null ? "" : getText();
        measure.setFont(getFont());
        measure.setWrappingWidth(0);
        measure.setText("x");
        double line = measure.getLayoutBounds().getHeight();
        measure.setWrappingWidth(Math.max(1, getWidth() - SIDES * getFont().getSize()));
        measure.setText(text.isEmpty() ? "x" : text.substring(0, Math.min(MEASURED, text.length())));
        long rows = Math.round(measure.getLayoutBounds().getHeight() / line);
        setPrefRowCount(Math.clamp(getWidth() > 0 ? rows : 1, 1, MOST_ROWS));
    }
}
