package org.vitrine.ui.desktop.arithmetic;

import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.vitrine.explain.arithmetic.Digits;
import org.vitrine.explain.arithmetic.Input;
import org.vitrine.ui.picture.spot.CellSpot;

/** A factor of a term: a link where it has an equation of its own, else what it is. */
final class InputCell extends TableCell<TermRow, TermRow> {
    private final int place;
    private final Hyperlink link = new Hyperlink();
    private final Tooltip tooltip = new Tooltip();

    InputCell(int place, Consumer<CellSpot> follow) {
        this.place = place;
        link.setFocusTraversable(false); // the table's arrow keys and Enter lead here
        link.setOnAction(event -> {
            link.setVisited(false);
            if (getItem() != null && getItem().factor(place) instanceof Input.Recorded recorded) {
                follow.accept(ArithmeticModel.spot(recorded));
            }
        });
    }

    @Override
    protected void updateItem(TermRow row, boolean empty) {
        super.updateItem(row, empty);
        Input input = empty || row == null ? null : row.factor(place);
        boolean leadsOn = input instanceof Input.Recorded;
        String name = input == null ? null : TermTable.name(input);
        link.setText(leadsOn ? name : "");
        setGraphic(leadsOn ? link : null);
        setText(leadsOn ? null : name);
        setAccessibleText(input == null ? null : words(input));
        tooltip.setText(input == null ? "" : words(input));
        setTooltip(input == null ? null : tooltip);
    }

    private static String words(Input input) {
        return TermTable.name(input) + " is " + Digits.all(input.value()) + switch (input) {
            case Input.Recorded recorded -> "; Enter or a click shows its equation";
            case Input.Learned learned -> ", learned";
            case Input.Constant constant -> ", fixed";
        };
    }
}
