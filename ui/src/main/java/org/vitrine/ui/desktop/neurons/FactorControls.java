package org.vitrine.ui.desktop.neurons;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.vitrine.ui.answer.StartChoice;
import org.vitrine.ui.desktop.Controls;
import org.vitrine.ui.desktop.state.Settings;

/** What can be asked about factors: how many, of which layers, and where the search begins. */
final class FactorControls {
    private final ActivationsModel model;
    private final Slider components = new Slider(1, ActivationsModel.MOST_COMPONENTS, 1);
    private final Label count = new Label();
    private final Chooser<Integer> from;
    private final Chooser<Integer> last;
    private final Chooser<StartChoice> start;
    private final TextField seed = new TextField();
    private boolean told;

    FactorControls(ActivationsModel model) {
        this.model = model;
        this.from = new Chooser<>("factors-from", "Layers", String::valueOf, this::begin);
        this.last = new Chooser<>("factors-last", "to", String::valueOf, layer -> model.toProperty().set(layer + 1));
        this.start = new Chooser<>("factors-start", "Start", each -> each.name().toLowerCase(Locale.ROOT),
                model.startProperty()::set);
        components.setValue(model.componentsProperty().get());
        components.setId("factors-components");
        components.setAccessibleText("How many factors");
        components.setBlockIncrement(1);
        components.setMajorTickUnit(1);
        components.setMinorTickCount(0);
        components.setSnapToTicks(true);
        components.setTooltip(new Tooltip("How many groups of neurons, at most one a token"));
        components.valueProperty().subscribe(value -> {
            int rounded = (int) Math.round(value.doubleValue());
            if (!told && rounded != model.componentsProperty().get()) {
                model.componentsProperty().set(rounded);
            }
        });
        seed.setId("factors-seed");
        seed.setPrefColumnCount(4);
        seed.setAccessibleText("Seed of the random start");
        seed.setTooltip(new Tooltip("Another seed may find other factors"));
        seed.setOnAction(event -> reseed());
        seed.focusedProperty().subscribe(focused -> {
            if (!focused) {
                reseed();
            }
        });
    }

    /** A first layer behind the last takes the last along. */
    private void begin(int layer) {
        if (model.toProperty().get() <= layer) {
            model.toProperty().set(layer + 1);
        }
        model.fromProperty().set(layer);
    }

    private void reseed() {
        Settings.number(seed.getText().strip()).ifPresent(model.seedProperty()::set);
        seed.setText(Integer.toString(model.seedProperty().get()));
    }

    List<Node> nodes() {
        HBox factors = Controls.labelled("Factors", components);
        factors.getChildren().add(count);
        return List.of(factors, from.node(), last.node(), start.node(), Controls.labelled("Seed", seed));
    }

    /** Shows how the controls stand for what is asked. */
    void show(FactorQuestion question, int layers) {
        told = true;
        components.setMax(Math.max(1, Math.min(ActivationsModel.MOST_COMPONENTS, question.tokens().size())));
        components.setValue(question.components());
        told = false;
        count.setText(Integer.toString(question.components()));
        List<Integer> all = IntStream.range(0, layers).boxed().toList();
        from.show(all, question.from());
        last.show(all.subList(question.from(), layers), question.to() - 1);
        start.show(List.of(StartChoice.values()), question.start());
        seed.setText(Integer.toString(question.seed()));
        seed.setDisable(question.start() != StartChoice.RANDOM);
    }
}
