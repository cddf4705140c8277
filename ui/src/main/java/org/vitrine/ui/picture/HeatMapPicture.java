package org.vitrine.ui.picture;

import java.util.List;
import java.util.Optional;
import org.vitrine.explain.tensors.StrongestNumbers;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.ColourGrid;
import org.vitrine.ui.drawing.KeyLegend;
import org.vitrine.ui.drawing.KeyLegend.Key;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;

/**
 * A slice of a tensor as a matrix of colours: blue above 0, orange below, the stronger the farther from 0. Where there is room the
 * numbers are written; where there are more numbers than points, a cell has the strongest of those that it stands for.
 */
public final class HeatMapPicture {
    private static final double MASKED = 0.22;
    private static final double NO_NUMBER = 0.75;
    private static final double HATCHED = 8;
    private static final double LABELLED = 26;
    private static final double TICKS = 46;
    private static final double LINE = 15;
    private static final double ROW_LABEL = 12.95;
    private static final double SHEET_MARGIN = 16;
    private static final double SEEN = 7;

    private final HeatMap map;
    private final HeatMapLayout layout;
    private final Theme theme;
    private boolean masked;
    private boolean noNumber;

    private HeatMapPicture(HeatMap map, HeatMapLayout layout, Theme theme) {
        this.map = map;
        this.layout = layout;
        this.theme = theme;
    }

    /** The picture; takes its time for large slices. */
    public static Picture of(HeatMap map, HeatMapView view, Subject subject, Theme theme) {
        return new HeatMapPicture(map, new HeatMapLayout(map, view, theme), theme).picture(subject);
    }

    /**
     * The outline of a number that has no place of its own in a picture without a heading, to be laid over it; empty where the
     * number is not seen or has a place.
     */
    public static Optional<Picture> outline(HeatMap map, HeatMapView view, Picture below, Spot number, Theme theme) {
        HeatMapLayout layout = new HeatMapLayout(map, view, theme);
        List<Integer> place = map.find(number);
        if (place.isEmpty() || layout.exact() || !layout.sees(place.get(0), place.get(1))) {
            return Optional.empty();
        }
        double margin = theme.length(SHEET_MARGIN);
        Box cell = layout.cell(place.get(0), place.get(1));
        double least = theme.length(SEEN);
        double width = Math.max(cell.width(), least);
        double height = Math.max(cell.height(), least);
        Sketch sketch = new Sketch();
        sketch.reserve(new Box(0, 0, below.width() - 2 * margin, below.height() - 2 * margin));
        sketch.outline(new Box(cell.centreX() - width / 2, cell.centreY() - height / 2, width, height), theme.ink(),
                theme.length(1.5));
        return Optional.of(sketch.overlay(below.title(), theme));
    }

    private Picture picture(Subject subject) {
        Sketch body = new Sketch();
        String words = layout.empty() ? "There is nothing to show: it has no numbers." : map.axisWords();
        body.text(words, 0, theme.small().baseLine(theme.length(LINE / 2)), theme.small());
        if (layout.empty()) {
            return new Sheet(body, theme).picture(subject, map.words());
        }
        StrongestNumbers drawn = layout.drawn();
        body.grid(layout.grid(), colours(drawn));
        body.outline(layout.grid(), theme.faint().withOpacity(0.5), theme.length(0.5));
        rowLabels(body);
        columnLabels(body);
        if (layout.numbered()) {
            numbers(body);
        } else {
            hatch(body);
        }
        StrongestNumbers pointed = layout.pointed();
        places(body, pointed);
        return foot(body, drawn, pointed).picture(subject, map.words());
    }

    private Sheet foot(Sketch body, StrongestNumbers drawn, StrongestNumbers pointed) {
        Sheet sheet = new Sheet(body, theme).legend(ScaleLegend.signed(theme, map.difference() ? "after − before"
                : map.name().site().toString(), map.max()));
        if (masked || noNumber) {
            sheet.legend(new KeyLegend("", keys()));
        }
        boolean joined = drawn.rows() < layout.rows() || drawn.columns() < layout.columns();
        if (joined) {
            sheet.note("There are more numbers than points: each point shows the strongest, max |x|, of those that it "
                    + "stands for.");
        }
        if (joined || pointed.rows() < layout.rows() || pointed.columns() < layout.columns()) {
            sheet.note("Pointing and clicking find the strongest number nearby.");
        }
        return sheet;
    }

    private List<Key> keys() {
        Key none = new Key(nothing(), "no number (NaN)");
        Key out = new Key(grey(), "masked (−∞)");
        return masked && noNumber ? List.of(out, none) : List.of(masked ? out : none);
    }

    private Colour grey() {
        return theme.faint().withOpacity(MASKED);
    }

    private Colour nothing() {
        return theme.ink().withOpacity(NO_NUMBER);
    }

    private ColourGrid colours(StrongestNumbers drawn) {
        int[] colours = new int[drawn.rows() * drawn.columns()];
        for (int i = 0; i < colours.length; i++) {
            float number = drawn.at(i / drawn.columns(), i % drawn.columns());
            masked |= number == Float.NEGATIVE_INFINITY;
            noNumber |= Float.isNaN(number);
            colours[i] = ColourGrid.argb(colour(number));
        }
        return new ColourGrid(drawn.rows(), drawn.columns(), colours);
    }

    private Colour colour(float number) {
        return number == Float.NEGATIVE_INFINITY ? grey()
                : Float.isNaN(number) ? nothing()
                        : Float.isInfinite(number) ? theme.positive() : theme.signed(number, map.max());
    }

    private float at(int row, int column) {
        return map.matrix().data()[row * map.matrix().dim(1) + column];
    }

    private void numbers(Sketch body) {
        TextStyle style = theme.small().aligned(Align.CENTRE);
        double greatest = map.max();
        for (int row = layout.firstRow(); row < layout.firstRow() + layout.rows(); row++) {
            for (int column = layout.firstColumn(); column < layout.firstColumn() + layout.columns(); column++) {
                Box cell = layout.cell(row, column);
                float number = at(row, column);
                String text = number == Float.NEGATIVE_INFINITY ? "−∞"
                        : Float.isFinite(number) ? figure(number, greatest) : Float.isNaN(number) ? "NaN" : "∞";
                double squeeze = Math.min(1, (cell.width() - theme.length(4)) / style.width(text));
                TextStyle fitting = new TextStyle(style.size() * squeeze, theme.inkOn(colour(number)), false,
                        Align.CENTRE);
                body.text(text, cell.centreX(), fitting.baseLine(cell.centreY()), fitting);
            }
        }
    }

    private static String figure(float number, double greatest) {
        String figure = Wording.figure(number, Math.max(greatest, Math.abs(number))).replace('-', '−');
        return number != 0 && figure.equals("0") ? "≈0" : figure;
    }

    /** A stroke through each masked cell, so that it is not taken for a small number. */
    private void hatch(Sketch body) {
        if (!masked || layout.cellWidth() < theme.length(HATCHED) || layout.cellHeight() < theme.length(HATCHED)) {
            return;
        }
        for (int row = 0; row < layout.rows(); row++) {
            for (int column = 0; column < layout.columns(); column++) {
                if (at(layout.firstRow() + row, layout.firstColumn() + column) == Float.NEGATIVE_INFINITY) {
                    Box cell = layout.cell(layout.firstRow() + row, layout.firstColumn() + column).inset(1);
                    body.line(new Line(cell.x(), cell.bottom(), cell.right(), cell.y()),
                            theme.faint().withOpacity(2 * MASKED), theme.length(0.75));
                }
            }
        }
    }

    /** Positions and tokens beside the rows; not all where the rows are low. */
    private void rowLabels(Sketch body) {
        if (map.axes().size() == 1) {
            return;
        }
        int step = step(theme.length(ROW_LABEL), layout.cellHeight());
        double number = layout.position().width(Integer.toString(map.matrix().dim(0) - 1));
        for (int row = layout.firstRow(); row < layout.firstRow() + layout.rows(); row++) {
            Box cell = layout.cell(row, layout.firstColumn());
            Box label = new Box(0, cell.y(), layout.grid().x(), cell.height());
            map.rows().spot().apply(row).ifPresent(spot -> body.spot(label, spot));
            if (row % step != 0) {
                continue;
            }
            body.text(Integer.toString(row), number, layout.position().baseLine(cell.centreY()), layout.position());
            map.rows().token().apply(row).ifPresent(token -> layout.chip(token).paint(body,
                    new Box(number, cell.y(), layout.grid().x() - number, cell.height())));
            body.hint(label, map.rows().place(row));
        }
    }

    /** Tokens above the columns where there is room, and positions. */
    private void columnLabels(Sketch body) {
        double width = layout.cellWidth();
        boolean labelled = width >= theme.length(LABELLED);
        int step = labelled ? 1 : step(theme.length(TICKS), width);
        double bottom = layout.grid().y();
        TextStyle position = theme.small().aligned(Align.CENTRE);
        for (int column = (layout.firstColumn() + step - 1) / step * step; column < layout.firstColumn()
                + layout.columns(); column += step) {
            Box cell = layout.cell(layout.firstRow(), column);
            Box label = new Box(cell.x(), bottom - theme.length(LINE), width, theme.length(LINE));
            Optional<String> token = labelled ? map.columns().token().apply(column) : Optional.empty();
            if (token.isPresent()) {
                layout.chip(token.get()).paint(body, label);
            } else {
                body.text(Integer.toString(column), cell.centreX(),
                        position.baseLine(bottom - theme.length(LINE * 0.6)),
                        position);
                body.line(new Line(cell.centreX(), bottom - theme.length(3), cell.centreX(), bottom), theme.faint(),
                        theme.length(0.75));
            }
            body.hint(label, map.columns().place(column));
            map.columns().spot().apply(column).ifPresent(spot -> body.spot(label, spot));
        }
    }

    /** The least of 1, 2, 5, 10, 20 … that leaves so much room between labels. */
    private static int step(double room, double cell) {
        int ten = 1;
        while (true) {
            for (int digit : new int[]{1, 2, 5}) {
                if (digit * ten * cell >= room || ten >= 100_000_000) {
                    return digit * ten;
                }
            }
            ten *= 10;
        }
    }

    private void places(Sketch body, StrongestNumbers pointed) {
        for (int row = 0; row < pointed.rows(); row++) {
            for (int column = 0; column < pointed.columns(); column++) {
                int top = layout.firstRow() + pointed.firstRow(row);
                int left = layout.firstColumn() + pointed.firstColumn(column);
                Box first = layout.cell(top, left);
                Box end = layout.cell(layout.firstRow() + pointed.firstRow(row + 1),
                        layout.firstColumn() + pointed.firstColumn(column + 1));
                Box area = new Box(first.x(), first.y(), end.x() - first.x(), end.y() - first.y());
                int strongRow = layout.firstRow() + pointed.row(row, column);
                int strongColumn = layout.firstColumn() + pointed.column(row, column);
                body.hint(area, map.hint(strongRow, strongColumn));
                body.spot(area, map.cell(strongRow, strongColumn));
            }
        }
    }
}
