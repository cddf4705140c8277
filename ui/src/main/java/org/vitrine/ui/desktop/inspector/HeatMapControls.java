package org.vitrine.ui.desktop.inspector;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.vitrine.explain.tensors.TensorSlice;
import org.vitrine.ui.picture.TensorAxis;

/** Which slice of the tensor is shown, and how. */
final class HeatMapControls extends FlowPane {
    private final InspectorModel model;
    private final ChoiceBox<Integer> axis = new ChoiceBox<>();
    private final Slider slider = new Slider();
    private final Label place = new Label();
    private final HBox slice = new HBox(6, new Label("slice at"), axis, slider, place);
    private final HBox compared = new HBox();
    private List<TensorAxis> axes = List.of();
    private boolean updating;

    HeatMapControls(InspectorModel model) {
        super(14, 6);
        this.model = model;
        getStyleClass().add("controls");
        setAlignment(Pos.CENTER_LEFT);
        slice();
        ChoiceBox<Scale> scale = new ChoiceBox<>();
        scale.getItems().addAll(Scale.values());
        scale.valueProperty().bindBidirectional(model.scaleProperty());
        scale.setId("tensor-scale");
        say(scale, "What the strongest colour stands for");
        CheckBox numbers = new CheckBox("numbers");
        numbers.selectedProperty().bindBidirectional(model.numbersProperty());
        numbers.setId("tensor-numbers");
        say(numbers, "Write the numbers, a window of them if there are many");
        compared();
        HBox strength = new HBox(6, new Label("strongest"), scale);
        strength.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(slice, strength, numbers, compared);
        model.inspectedProperty().subscribe(this::update);
    }

    private static void say(Control control, String words) {
        control.setTooltip(new Tooltip(words));
        control.setAccessibleText(words);
    }

    private void slice() {
        slice.setAlignment(Pos.CENTER_LEFT);
        axis.setId("slice-axis");
        axis.setStyle("-fx-pref-width: 10.5em;");
        say(axis, "Which axis is cut");
        axis.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer cut) {
                return cut == null || cut >= axes.size() ? "" : axes.get(cut).words();
            }

            @Override
            public Integer fromString(String words) {
                return null;
            }
        });
        axis.valueProperty().subscribe(cut -> {
            if (!updating && cut != null) {
                model.axisProperty().set(cut);
            }
        });
        slider.setId("slice");
        say(slider, "Where it is cut");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setPrefWidth(110);
        slider.valueProperty().subscribe(value -> {
            if (!updating) {
                model.setIndex((int) Math.round(value.doubleValue()));
            }
        });
        place.setId("slice-place");
        place.setMinWidth(USE_PREF_SIZE);
    }

    private void compared() {
        ToggleGroup group = new ToggleGroup();
        for (Compared each : Compared.values()) {
            ToggleButton button = new ToggleButton(each.toString());
            button.setToggleGroup(group);
            button.setId("compared-" + each);
            button.setOnAction(event -> {
                model.comparedProperty().set(each);
                button.setSelected(true); // one of them always is
            });
            model.comparedProperty().subscribe(now -> button.setSelected(now == each));
            compared.getChildren().add(button);
        }
    }

    private void update(Inspected inspected) {
        show(slice, inspected != null && inspected.map().slice().axis() != TensorSlice.NONE);
        show(compared, inspected != null && inspected.comparable());
        if (!slice.isVisible()) {
            return;
        }
        TensorSlice shown = inspected.map().slice();
        updating = true;
        if (!axes.equals(inspected.map().axes())) {
            axes = inspected.map().axes();
            axis.getItems().setAll(IntStream.range(0, axes.size()).boxed().toList());
        }
        axis.setValue(shown.axis());
        slider.setMax(Math.max(0, axes.get(shown.axis()).size() - 1));
        slider.setValue(shown.index());
        place.setText(axes.get(shown.axis()).place(shown.index()) + " of " + axes.get(shown.axis()).size());
        updating = false;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
