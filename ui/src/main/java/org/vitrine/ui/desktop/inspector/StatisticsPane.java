package org.vitrine.ui.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vitrine.explain.tensors.TensorStatistics;
import org.vitrine.ui.desktop.canvas.PictureView;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.picture.HistogramPicture;
import org.vitrine.ui.picture.HistogramPicture.Entry;
import org.vitrine.ui.picture.TensorNumbers;
import org.vitrine.ui.terminal.Figure;

/** The tensor and the slice in a few numbers, and how many of them lie where. */
final class StatisticsPane extends VBox {
    private final Session session;
    private final InspectorModel model;
    private final Label formula = new Label();
    private final GridPane table = new GridPane(10, 2);
    private final PictureView histogram;

    /** A line of the table. */
    private record Row(String title, Function<TensorStatistics, String> value, boolean always) {
        Row(String title, Function<TensorStatistics, String> value) {
            this(title, value, true);
        }
    }

    private static final List<Row> ROWS = List.of(new Row("count", each -> Figure.grouped(each.count())),
            new Row("min", each -> figure(each.min())), new Row("max", each -> figure(each.max())),
            new Row("mean", each -> figure(each.mean())),
            new Row("std. deviation", each -> figure(each.deviation())), new Row("norm", each -> figure(each.norm())),
            new Row("zeros", each -> Figure.grouped(each.zeros())),
            new Row("masked (−∞)", each -> Figure.grouped(each.masked()), false),
            new Row("not a number", each -> Figure.grouped(each.nan()), false),
            new Row("infinite", each -> Figure.grouped(each.infinite()), false));

    StatisticsPane(Session session, InspectorModel model) {
        super(6);
        this.session = session;
        this.model = model;
        this.histogram = new PictureView(session.desk());
        setId("statistics");
        formula.setId("tensor-formula");
        formula.setWrapText(true);
        table.getColumnConstraints().addAll(new ColumnConstraints(), right(), right());
        histogram.setId("histogram");
        histogram.setAccessibleText("histogram");
        VBox.setVgrow(histogram, Priority.ALWAYS);
        CheckBox logarithmic = new CheckBox("log counts");
        logarithmic.selectedProperty().bindBidirectional(model.logarithmicProperty());
        logarithmic.setId("histogram-log");
        logarithmic
                .setTooltip(new Tooltip("Bars as high as the logarithm of the count, so that rare numbers are seen"));
        getChildren().addAll(formula, table, logarithmic, histogram);
        model.inspectedProperty().subscribe((was, is) -> update());
        model.logarithmicProperty().subscribe((was, is) -> draw());
        session.lookProperty().subscribe((was, is) -> draw());
        widthProperty().subscribe((was, is) -> draw());
    }

    private static ColumnConstraints right() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private static String figure(double number) {
        return Double.isFinite(number) ? Figure.of((float) number).replace('-', '−') : "–";
    }

    private void update() {
        Inspected inspected = model.inspectedProperty().get();
        table.getChildren().clear();
        formula.setText(inspected == null ? "" : inspected.name().site().formula());
        if (inspected == null) {
            return;
        }
        Optional<TensorNumbers> part = inspected.part();
        table.addRow(0, muted(inspected.tensor().shape().toString()), muted("tensor"));
        part.ifPresent(numbers -> table.add(muted("slice"), 2, 0));
        int line = 1;
        for (Row row : ROWS) {
            if (!row.always && "0".equals(row.value.apply(inspected.numbers().statistics()))) {
                continue;
            }
            table.addRow(line, muted(row.title), new Label(row.value.apply(inspected.numbers().statistics())));
            if (part.isPresent()) {
                table.add(new Label(row.value.apply(part.get().statistics())), 2, line);
            }
            line++;
        }
        draw();
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("text-muted");
        return label;
    }

    private void draw() {
        Inspected inspected = model.inspectedProperty().get();
        if (inspected == null || getWidth() <= 0) {
            return;
        }
        List<Entry> entries = new ArrayList<>(List.of(new Entry("tensor", inspected.numbers().histogram())));
        inspected.part().ifPresent(part -> entries.add(new Entry("slice", part.histogram())));
        Picture picture = HistogramPicture.of(entries, model.logarithmicProperty().get(), getWidth() - 20,
                session.lookProperty().get().theme());
        histogram.setMinHeight(picture.height() + 4);
        histogram.setPrefHeight(picture.height() + 4);
        histogram.pictureProperty().set(picture);
    }
}
