package org.vitrine.ui.desktop.whatif;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.whatif.Intervention;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.WhatIf;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.LayerNames;

/** The form in which an intervention is filled in. */
final class FormPane {
    private final WhatIfForm form;
    private final GridPane grid = new GridPane();
    private final VBox node;
    private final ComboBox<What> what;
    private final ComboBox<AttentionKind> attention;
    private final ComboBox<Stack> stack;
    private final ComboBox<TensorName> tensor;
    private final ComboBox<Integer> layer;
    private final ComboBox<Integer> head;
    private final ComboBox<Integer> position;
    private final ComboBox<How> how;
    private final TextField neuron;
    private final TextField factor;
    private final TextField source;
    private boolean showing;

    FormPane(WhatIfForm form, WhatIf whatIf) {
        this.form = form;
        what = choice("change", "what", What::toString, form.whatProperty()::set);
        attention = choice("attention", "attention", AttentionKind::toString, form.attentionProperty()::set);
        stack = choice("stack", "stack", Stack::toString, form.stackProperty()::set);
        tensor = choice("tensor", "tensor", TensorName::toString, form.tensorProperty()::set);
        layer = choice("layer", "layer", LayerNames::of, form.layerProperty()::set);
        head = choice("head", "head", each -> each == Intervention.ALL ? "all heads" : "head " + each,
                form.headProperty()::set);
        neuron = field("neuron", "neuron", form.neuronProperty());
        position = choice("token", "position", this::token, form.positionProperty()::set);
        how = choice("how", "how", How::toString, form.howProperty()::set);
        factor = field("factor", "factor", form.factorProperty());
        source = field("second text", "source", whatIf.sourceProperty());
        source.setPromptText("e.g. The key to the cabinets");
        this.node = new VBox(grid, buttons(), error());
        node.setStyle("-fx-spacing: 0.5em");
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        ColumnConstraints words = new ColumnConstraints();
        words.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().addAll(words, rest);
        grid.setStyle("-fx-hgap: 0.6em; -fx-vgap: 0.35em");
        form.subscribe(this::show);
        show();
    }

    Node node() {
        return node;
    }

    private Button buttons() {
        Button add = new Button("Add");
        add.setId("what-if-add");
        add.getStyleClass().add(Styles.ACCENT);
        add.setAccessibleText("Add this intervention");
        add.setMaxWidth(Double.MAX_VALUE);
        add.setOnAction(event -> form.add());
        return add;
    }

    private Label error() {
        Label error = new Label();
        error.setId("what-if-error");
        error.setWrapText(true);
        error.getStyleClass().add(Styles.DANGER);
        error.textProperty().bind(form.errorProperty());
        error.visibleProperty().bind(form.errorProperty().isNotEmpty());
        error.managedProperty().bind(error.visibleProperty());
        return error;
    }

    private <T> ComboBox<T> choice(String label, String id, Function<T, String> words, Consumer<T> chosen) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                return null; // nobody can type here
            }
        });
        choice.valueProperty().subscribe(value -> {
            if (!showing && value != null) {
                chosen.accept(value);
            }
        });
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setMinWidth(0);
        line(label, id, choice);
        return choice;
    }

    private TextField field(String label, String id, StringProperty text) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(text);
        field.setOnAction(event -> form.add());
        field.setMinWidth(0);
        line(label, id, field);
        return field;
    }

    private void line(String words, String id, Region control) {
        Label label = new Label(words);
        label.setLabelFor(control);
        label.visibleProperty().bind(control.visibleProperty());
        label.managedProperty().bind(control.visibleProperty());
        control.managedProperty().bind(control.visibleProperty());
        control.setId("what-if-" + id);
        control.setAccessibleText(words);
        grid.addRow(grid.getRowCount(), label, control);
    }

    private String token(int place) {
        List<AttentionToken> tokens = form.places().tokens();
        if (place == Intervention.ALL) {
            return form.whatProperty().get() == What.PATCH ? "all tokens" : "every token";
        }
        return place < tokens.size() ? place + " " + Chip.of(tokens.get(place).token()) : Integer.toString(place);
    }

    private void show() {
        showing = true;
        Places places = form.places();
        What now = form.whatProperty().get();
        fill(what, List.of(What.values()), now);
        fill(attention, places.attentions(), form.attentionProperty().get());
        fill(stack, places.stacks(), form.stackProperty().get());
        fill(tensor, places.tensors(), form.tensorProperty().get());
        fill(layer, places.layers(), form.layerProperty().get());
        fill(head, places.heads(), form.headProperty().get());
        fill(position, places.positions(), form.positionProperty().get());
        fill(how, List.of(How.values()), form.howProperty().get());
        boolean patch = now == What.PATCH;
        attention.setVisible(now == What.HEAD && places.attentions().size() > 1);
        stack.setVisible((now == What.NEURON || now == What.STREAM) && places.stacks().size() > 1);
        tensor.setVisible(patch);
        layer.setVisible(!patch);
        head.setVisible(now == What.HEAD || patch && places.heads().size() > 1);
        neuron.setVisible(now == What.NEURON);
        position.setVisible(!patch || places.positions().size() > 1);
        how.setVisible(!patch);
        factor.setVisible(!patch && form.howProperty().get() == How.SCALE);
        source.setVisible(patch);
        showing = false;
    }

    /** A token's words depend on the text, so equal positions are filled in anew. */
    private static <T> void fill(ComboBox<T> choice, List<T> values, T value) {
        choice.setValue(null);
        choice.getItems().setAll(values);
        choice.setValue(value != null && values.contains(value) ? value : null);
    }
}
