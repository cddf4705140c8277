package org.vitrine.ui.desktop.attention;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/** Buttons side by side of which one is pressed. */
final class ToggleRow<T> extends HBox {
    private final String id;
    private final Function<T, String> words;
    private final Consumer<T> choose;
    private List<T> options = List.of();

    /**
     * No buttons yet.
     *
     * @param id begins the ids of the buttons; their words follow
     * @param choose what to do when another is wanted
     */
    ToggleRow(String id, Function<T, String> words, Consumer<T> choose) {
        this.id = id;
        this.words = words;
        this.choose = choose;
        setId(id);
    }

    /** Shows these, one of them pressed. */
    void show(List<T> now, T pressed) {
        if (!now.equals(options)) {
            options = List.copyOf(now);
            getChildren().setAll(options.stream().map(this::button).toList());
        }
        for (int i = 0; i < options.size(); i++) {
            ((ToggleButton) getChildren().get(i)).setSelected(options.get(i).equals(pressed));
        }
    }

    /** Takes room only where there is something to choose. */
    void offer(boolean offered) {
        setVisible(offered);
        setManaged(offered);
    }

    private ToggleButton button(T option) {
        ToggleButton button = new ToggleButton(words.apply(option));
        button.setId(id + "-" + button.getText().toLowerCase(Locale.ROOT).replace('→', '-'));
        int place = options.indexOf(option);
        button.getStyleClass()
                .add(place == 0 ? "left-pill" : place == options.size() - 1 ? "right-pill" : "center-pill");
        button.setOnAction(event -> {
            button.setSelected(true); // a pressed one stays pressed
            choose.accept(option);
        });
        return button;
    }
}
