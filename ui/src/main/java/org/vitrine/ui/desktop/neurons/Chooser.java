package org.vitrine.ui.desktop.neurons;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import org.vitrine.ui.desktop.Controls;

/** One of several, with a label; says what a person chooses, and not what it is told to show. */
final class Chooser<T> {
    private final ComboBox<T> box = new ComboBox<>();
    private final HBox node;
    private boolean told;

    /**
     * An empty one.
     *
     * @param id of its box
     * @param label what is chosen
     * @param words what each is called
     * @param action what to do with what was chosen
     */
    Chooser(String id, String label, Function<T, String> words, Consumer<T> action) {
        box.setId(id);
        box.setAccessibleText(label);
        box.setVisibleRowCount(14);
        box.setConverter(Controls.words(words));
        box.valueProperty().subscribe(value -> {
            if (!told && value != null) {
                action.accept(value);
            }
        });
        this.node = Controls.labelled(label, box);
    }

    /** Shows what there is and which of them it is. */
    void show(List<T> all, T one) {
        told = true;
        if (!box.getItems().equals(all)) {
            box.setValue(null); // else the box keeps the old one's place among the new
            box.getItems().setAll(all);
        }
        box.setValue(one);
        told = false;
    }

    /** Takes it out of the row where there is nothing to choose. */
    void setPresent(boolean present) {
        node.setVisible(present);
    }

    HBox node() {
        return node;
    }

    ComboBox<T> box() {
        return box;
    }
}
