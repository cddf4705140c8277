package org.vitrine.ui.desktop.arithmetic;

import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Theme;

/** How large a term is beside the largest: a bar, blue if it adds, orange if it takes away. */
final class BarCell extends TableCell<TermRow, TermRow> {
    private final Supplier<Theme> theme;
    private final Region bar = new Region();

    BarCell(Supplier<Theme> theme) {
        this.theme = theme;
        bar.getStyleClass().add("bar");
    }

    @Override
    protected void updateItem(TermRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty ? null : bar);
        if (!empty) {
            Theme look = theme.get();
            Colour colour = row.bar() < 0 ? look.negative() : look.positive();
            bar.setBackground(Background.fill(Color.web(colour.hex())));
            setAccessibleText(Math.round(100 * Math.abs(row.bar())) + " % of the largest, "
                    + (row.bar() < 0 ? "takes away" : "adds"));
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getItem() != null) {
            double room = getWidth() - snappedLeftInset() - snappedRightInset();
            double height = 0.5 * getHeight();
            bar.resizeRelocate(snappedLeftInset(), (getHeight() - height) / 2,
                    getItem().bar() == 0 ? 0 : Math.max(1, room * Math.abs(getItem().bar())), height);
        }
    }
}
