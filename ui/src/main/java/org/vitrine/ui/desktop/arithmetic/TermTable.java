package org.vitrine.ui.desktop.arithmetic;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.vitrine.explain.arithmetic.Digits;
import org.vitrine.explain.arithmetic.Input;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.terminal.Chip;

/**
 * All terms of a sum, as many as there are; only those in sight are laid out. The arrow keys go from cell to cell, Enter
 * goes to the number in one.
 */
final class TermTable extends TableView<TermRow> {
    /** Places of columns, the invisible included; behind an input comes its value. */
    private static final int TOKEN = 1;
    private static final int INPUT = 2;
    private static final int SECOND = 4;
    private static final int PRODUCT = 6;
    private static final double LINES = 9;
    private static final double LINE = 30;

    private final ArithmeticModel model;
    private Look look = new Look(false, 1);

    TermTable(ArithmeticModel model) {
        this.model = model;
        getStyleClass().addAll("terms", "dense", "striped");
        setId("arithmetic-terms");
        setAccessibleText("The terms of the sum");
        getSelectionModel().setCellSelectionEnabled(true);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().setAll(List.of(text("#", 50, row -> Integer.toString(row.rank()), row -> "rank " + row.rank()),
                text("token", 90, row -> model.token(row.term()), row -> model.token(row.term())),
                input("a", 0, 230), value("value of a", 0), input("b", 1, 230), value("value of b", 1),
                number("product", row -> row.term().product()), number("sum so far", TermRow::running), bar()));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                follow();
                event.consume();
            }
        });
    }

    void show(List<TermRow> rows) {
        getItems().setAll(rows);
        getColumns().get(TOKEN).setVisible(rows.stream().anyMatch(row -> !model.token(row.term()).isEmpty()));
        boolean pairs = rows.stream().anyMatch(row -> row.factor(1) != null);
        getColumns().get(SECOND).setVisible(pairs);
        getColumns().get(SECOND + 1).setVisible(pairs);
        getColumns().get(INPUT).setText(pairs ? "a" : "input");
        getColumns().get(INPUT + 1).setText(pairs ? "value of a" : "value");
        getColumns().get(PRODUCT).setText(model.product());
        scrollTo(0);
        getSelectionModel().clearSelection();
        if (!rows.isEmpty()) {
            getSelectionModel().select(firstThatLeadsOn(rows), getColumns().get(INPUT));
        }
    }

    /** So that Enter alone walks back, even where a bias is the largest term. */
    private static int firstThatLeadsOn(List<TermRow> rows) {
        int row = 0;
        while (row < rows.size() && !(rows.get(row).factor(0) instanceof Input.Recorded)) {
            row++;
        }
        return row < rows.size() ? row : 0;
    }

    void look(Look newLook) {
        double scale = newLook.fontScale() / look.fontScale();
        look = newLook;
        getColumns().forEach(column -> column.setPrefWidth(column.getPrefWidth() * scale));
        getColumns().getFirst().setMaxWidth(getColumns().getFirst().getPrefWidth());
        setMinHeight(LINES * LINE * newLook.fontScale());
        refresh();
    }

    /** Goes to the number in the selected cell; where none is in it, to the first of its row. */
    private void follow() {
        TablePosition<?, ?> position = getFocusModel().getFocusedCell();
        if (position.getRow() < 0 || position.getRow() >= getItems().size()) {
            return;
        }
        TermRow row = getItems().get(position.getRow());
        int column = getColumns().indexOf(position.getTableColumn());
        if ((column == SECOND || column == SECOND + 1) && row.factor(1) instanceof Input.Recorded second) {
            model.go(ArithmeticModel.spot(second));
        } else if (row.factor(0) instanceof Input.Recorded first) {
            model.go(ArithmeticModel.spot(first));
        }
    }

    private TableColumn<TermRow, TermRow> column(String title, double width,
            Function<TableColumn<TermRow, TermRow>, TableCell<TermRow, TermRow>> cells) {
        TableColumn<TermRow, TermRow> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(cells::apply);
        return column;
    }

    private TableColumn<TermRow, TermRow> text(String title, double width, Function<TermRow, String> text,
            Function<TermRow, String> all) {
        return column(title, width, column -> new TextCell(text, all));
    }

    private TableColumn<TermRow, TermRow> number(String title, Function<TermRow, Double> number) {
        TableColumn<TermRow, TermRow> column = text(title, 105, row -> Digits.four(number.apply(row)),
                row -> title + " " + Digits.all(number.apply(row)));
        column.getStyleClass().add("number");
        return column;
    }

    private TableColumn<TermRow, TermRow> value(String title, int place) {
        TableColumn<TermRow, TermRow> column = text(title, 105,
                row -> row.factor(place) == null ? "" : Digits.four(row.factor(place).value()),
                row -> row.factor(place) == null ? "" : title + " " + Digits.all(row.factor(place).value()));
        column.getStyleClass().add("number");
        return column;
    }

    private TableColumn<TermRow, TermRow> input(String title, int place, double width) {
        return column(title, width, column -> new InputCell(place, model::go));
    }

    private TableColumn<TermRow, TermRow> bar() {
        return column("share", 140, column -> new BarCell(() -> look.theme()));
    }

    /** A name in one line. */
    static String name(Input input) {
        return Chip.line(input.toString());
    }
}
