package org.vitrine.ui.desktop;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** What the controls of all views have in common. */
public final class Controls {
    private static final double GAP = 6;

    private Controls() {
    }

    /** A control and, before it, what it is. */
    public static HBox labelled(String word, Node control) {
        Label label = new Label(word);
        label.setLabelFor(control);
        label.setMinWidth(HBox.USE_PREF_SIZE);
        return row(label, control);
    }

    /** What belongs together, side by side; takes no room while it is not seen. */
    public static HBox row(Node... nodes) {
        HBox row = new HBox(GAP, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    /** What is written for things that are chosen from a list; no thing, no word. */
    public static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T thing) {
                return thing == null ? "" : words.apply(thing);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }
}
