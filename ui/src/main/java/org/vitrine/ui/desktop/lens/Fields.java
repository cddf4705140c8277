package org.vitrine.ui.desktop.lens;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.vitrine.explain.Lens;
import org.vitrine.ui.desktop.Controls;
import org.vitrine.ui.desktop.work.Slot;

/** Controls with a word beside them, bound to a model. */
final class Fields {
    private static final double GAP = 6;

    private Fields() {
    }

    /** A choice among some things. */
    static <T> ComboBox<T> choice(String id, List<T> things, Function<T, String> words, Property<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setConverter(Controls.words(words));
        box.getItems().setAll(things);
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }

    /** The lens. */
    static HBox lens(String view, ObjectProperty<Lens> lens) {
        ComboBox<Lens> box = choice(view + "-lens", List.of(Lens.values()), Lens::toString, lens);
        return Controls.labelled("Lens", explained(box,
                "How a layer is read: with all of the model's head (final-norm), or as Ecco does (raw)"));
    }

    /** A whole number in a range, typed or stepped. */
    static Spinner<Integer> number(String id, int least, int most, IntegerProperty number) {
        Spinner<Integer> spinner = new Spinner<>(least, most, number.get());
        spinner.getValueFactory().valueProperty().subscribe(value -> number.set(value));
        number.subscribe(value -> spinner.getValueFactory().setValue(value.intValue()));
        return typed(id, spinner, Integer.toString(most).length());
    }

    /** A number in a range, typed or stepped. */
    static Spinner<Double> number(String id, double least, double most, double step, DoubleProperty number) {
        Spinner<Double> spinner = new Spinner<>(least, most, number.get(), step);
        spinner.getValueFactory().valueProperty().subscribe(value -> number.set(value));
        number.subscribe(value -> spinner.getValueFactory().setValue(value.doubleValue()));
        return typed(id, spinner, 4);
    }

    private static <T> Spinner<T> typed(String id, Spinner<T> spinner, int columns) {
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setStyle("-fx-pref-width: " + (columns + 4) + "em;");
        // A text that is no number throws when it is read; the number stays as it was.
        StringConverter<T> plain = spinner.getValueFactory().getConverter();
        spinner.getValueFactory().setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return plain.toString(value);
            }

            @Override
            public T fromString(String text) {
                try {
                    T value = plain.fromString(text);
                    return value == null ? spinner.getValue() : value;
                } catch (RuntimeException e) {
                    return spinner.getValue();
                }
            }
        });
        return spinner;
    }

    /** A slider for a whole number, its value beside it. */
    static HBox slider(String id, String word, int least, int most, IntegerProperty number) {
        Slider slider = new Slider(least, most, number.get());
        slider.setId(id);
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.valueProperty().subscribe(value -> number.set((int) Math.round(value.doubleValue())));
        number.subscribe(value -> slider.setValue(value.intValue()));
        slider.setAccessibleText(word);
        Label value = new Label();
        value.textProperty().bind(number.asString());
        value.setMinWidth(HBox.USE_PREF_SIZE);
        HBox box = Controls.labelled(word, slider);
        box.getChildren().add(value);
        return box;
    }

    /** A button. */
    static Button button(String id, String word, String tip, Runnable action) {
        Button button = new Button(word);
        button.setId(id);
        button.setOnAction(event -> action.run());
        button.managedProperty().bind(button.visibleProperty());
        return explained(button, tip);
    }

    /** How far some work has come, and a button that ends it; seen while it goes on. */
    static HBox busy(String view, Slot slot) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(slot.progressProperty());
        bar.setAccessibleText("Progress");
        HBox box = new HBox(GAP, bar, button(view + "-cancel", "Cancel", "End this work", slot::cancel));
        box.setAlignment(Pos.CENTER_LEFT);
        box.setStyle("-fx-background-color: -color-bg-overlay; -fx-padding: 0.5em;");
        box.visibleProperty().bind(slot.busyProperty());
        return box;
    }

    /** A control with a tooltip, which is read aloud, too. */
    static <C extends Control> C explained(C control, String tip) {
        control.setTooltip(new Tooltip(tip));
        control.setAccessibleText(tip);
        return control;
    }
}
