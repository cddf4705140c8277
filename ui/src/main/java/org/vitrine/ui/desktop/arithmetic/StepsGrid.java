package org.vitrine.ui.desktop.arithmetic;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.vitrine.explain.arithmetic.Digits;
import org.vitrine.explain.arithmetic.Input;
import org.vitrine.explain.arithmetic.Quantity;
import org.vitrine.ui.picture.spot.CellSpot;
import org.vitrine.ui.terminal.Chip;

/** The steps from the sum of the terms to the value: a name, how it is made or read, the number. */
final class StepsGrid extends GridPane {
    private final Consumer<CellSpot> follow;

    /**
     * Without steps yet.
     *
     * @param follow what to do when a number that was read is chosen
     */
    StepsGrid(Consumer<CellSpot> follow) {
        this.follow = follow;
        getStyleClass().add("steps");
    }

    void show(List<Quantity> steps) {
        getChildren().clear();
        setManaged(!steps.isEmpty());
        for (int row = 0; row < steps.size(); row++) {
            Quantity step = steps.get(row);
            Label name = new Label(step.name());
            name.getStyleClass().add("step");
            Label value = new Label("= " + Digits.four(step.value()));
            value.setTooltip(new Tooltip(Digits.all(step.value())));
            value.setAccessibleText(step.name() + " is " + Digits.all(step.value()));
            addRow(row, name, making(step), value);
        }
    }

    private Node making(Quantity step) {
        if (step.source().isPresent() && step.source().get() instanceof Input.Recorded recorded) {
            Hyperlink link = new Hyperlink(recorded.toString());
            link.setAccessibleText(step.name() + ", " + recorded + ", " + Digits.all(recorded.value()));
            link.setOnAction(event -> follow.accept(ArithmeticModel.spot(recorded)));
            return link;
        }
        return new Label(step.source().map(source -> Chip.line(source.toString())).orElse(step.formula()));
    }
}
