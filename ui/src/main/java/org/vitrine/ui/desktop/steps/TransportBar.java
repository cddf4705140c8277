package org.vitrine.ui.desktop.steps;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.SVGPath;
import javafx.util.Duration;
import javafx.util.StringConverter;

/**
 * Goes through the steps: buttons, a slider over all of them, and keys. Space plays and pauses, comma and full stop go a step
 * back and on.
 */
public final class TransportBar extends HBox {
    private static final Duration STEP = Duration.millis(700);
    private static final String PLAY = "M0 0 L10 6 L0 12 Z";
    private static final String PAUSE = "M0 0 H3.5 V12 H0 Z M6.5 0 H10 V12 H6.5 Z";
    private static final String NEXT = "M0 0 L7 6 L0 12 Z";
    private static final String PREVIOUS = "M7 0 L0 6 L7 12 Z";
    private static final String NEXT_LAYER = "M0 0 L6 6 L0 12 Z M6 0 L12 6 L6 12 Z";
    private static final String PREVIOUS_LAYER = "M6 0 L0 6 L6 12 Z M12 0 L6 6 L12 12 Z";
    private static final String LAST = "M0 0 L7 6 L0 12 Z M8 0 H10.5 V12 H8 Z";
    private static final String FIRST = "M10.5 0 L3.5 6 L10.5 12 Z M0 0 H2.5 V12 H0 Z";

    private final StepModel steps;
    private final Slider slider = new Slider(0, 1, 0);
    private final Label label = new Label();
    private final Button play;
    private final Timeline clock;
    private boolean updating;

    /** A bar for these steps. */
    public TransportBar(StepModel steps) {
        super(4);
        this.steps = steps;
        this.play = button("play", PLAY, "Play (Space)",
                () -> steps.playingProperty().set(!steps.playingProperty().get()));
        this.clock = new Timeline(new KeyFrame(STEP, event -> steps.tick()));
        clock.setCycleCount(Timeline.INDEFINITE);
        setAlignment(Pos.CENTER_LEFT);
        setId("transport");
        getStyleClass().add("transport");
        slider.setId("step-slider");
        slider.setAccessibleText("step");
        slider.setMinWidth(60);
        HBox.setHgrow(slider, Priority.ALWAYS);
        label.setId("step-label");
        label.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(button("first", FIRST, "First step", steps::first),
                button("previous-layer", PREVIOUS_LAYER, "Same place in the layer before", steps::previousLayer),
                button("previous", PREVIOUS, "Step back (,)", steps::previous), play,
                button("next", NEXT, "Step on (.)", steps::next),
                button("next-layer", NEXT_LAYER, "Same place in the next layer", steps::nextLayer),
                button("last", LAST, "Last step", steps::last), speed(), slider, label);
        follow();
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private static Button button(String id, String shape, String says, Runnable action) {
        SVGPath icon = new SVGPath();
        icon.setContent(shape);
        icon.setStyle("-fx-fill: -color-fg-default;");
        Button button = new Button(null, icon);
        button.setId("step-" + id);
        button.getStyleClass().add("flat");
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        button.setOnAction(event -> action.run());
        return button;
    }

    private ChoiceBox<Double> speed() {
        ChoiceBox<Double> speed = new ChoiceBox<>();
        speed.getItems().addAll(StepModel.SPEEDS);
        speed.setConverter(new StringConverter<>() {
            @Override
            public String toString(Double times) {
                return times == null ? ""
                        : (times == Math.rint(times) ? Long.toString(Math.round(times)) : times) + "×";
            }

            @Override
            public Double fromString(String text) {
                return Double.valueOf(text.replace("×", ""));
            }
        });
        speed.setId("step-speed");
        speed.setStyle("-fx-pref-width: 5.5em;");
        speed.setTooltip(new Tooltip("How quickly it plays"));
        speed.setAccessibleText("how quickly it plays");
        steps.speedProperty().subscribe(times -> speed.setValue(times.doubleValue()));
        speed.valueProperty().subscribe(times -> steps.speedProperty().set(times));
        return speed;
    }

    private void follow() {
        steps.countProperty().subscribe((was, is) -> update());
        steps.stepProperty().subscribe((was, is) -> update());
        steps.speedProperty().subscribe(times -> clock.setRate(times.doubleValue()));
        steps.playingProperty().subscribe(playing -> {
            ((SVGPath) play.getGraphic()).setContent(playing ? PAUSE : PLAY);
            if (playing) {
                clock.playFromStart();
            } else {
                clock.stop();
            }
        });
        slider.valueProperty().subscribe(value -> {
            int wanted = (int) Math.round(value.doubleValue());
            if (!updating && wanted != steps.stepProperty().get()) {
                steps.go(wanted);
            }
        });
    }

    private void update() {
        int last = Math.max(1, steps.countProperty().get() - 1);
        updating = true;
        slider.setMax(last);
        slider.setBlockIncrement(1);
        slider.setValue(Math.max(0, steps.stepProperty().get()));
        updating = false;
        label.setText(steps.label());
        setDisable(steps.countProperty().get() == 0);
    }

    private void key(KeyEvent event) {
        boolean onButton = event.getTarget() instanceof ButtonBase || event.getTarget() instanceof ChoiceBox<?>;
        if (event.getCode() == KeyCode.COMMA) {
            steps.previous();
        } else if (event.getCode() == KeyCode.PERIOD) {
            steps.next();
        } else if (event.getCode() == KeyCode.SPACE && !onButton) {
            steps.playingProperty().set(!steps.playingProperty().get());
        } else {
            return;
        }
        event.consume();
    }
}
