package org.vitrine.ui.desktop.arithmetic;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A short text, with all of it for those who point or listen. */
final class TextCell extends TableCell<TermRow, TermRow> {
    private final Function<TermRow, String> text;
    private final Function<TermRow, String> all;
    private final Tooltip tooltip = new Tooltip();

    TextCell(Function<TermRow, String> text, Function<TermRow, String> all) {
        this.text = text;
        this.all = all;
    }

    @Override
    protected void updateItem(TermRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(empty ? null : text.apply(row));
        setAccessibleText(empty ? null : all.apply(row));
        tooltip.setText(empty ? "" : all.apply(row));
        setTooltip(empty ? null : tooltip);
    }
}
