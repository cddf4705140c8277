package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;

/**
 * The key to a picture: what its colours and strengths mean, in numbers. Rows of samples, broken where the room ends.
 *
 * @param rows one below the other
 */
record Key(List<Row> rows) {
    /** What a sample looks like. */
    enum Shape {
        BOX, LINE
    }

    /**
     * One sample.
     *
     * @param inside written on it; may be empty
     * @param label written behind it; may be empty
     */
    record Sample(Shape shape, Colour colour, String inside, String label) {
        static Sample box(Colour colour, String label) {
            return new Sample(Shape.BOX, colour, "", label);
        }

        static Sample line(Colour colour, String label) {
            return new Sample(Shape.LINE, colour, "", label);
        }

        /** A coloured square with a number in it. */
        static Sample numbered(Colour colour, int number) {
            return new Sample(Shape.BOX, colour, Integer.toString(number), "");
        }
    }

    /**
     * Samples of one kind.
     *
     * @param title what they are samples of
     */
    record Row(String title, List<Sample> samples) {
        Row {
            samples = List.copyOf(samples);
        }
    }

    private static final double LINE_HEIGHT = 22;
    private static final double BOX_SIZE = 15;
    private static final double LINE_LENGTH = 26;
    private static final double GAP = 6;

    /** What lines of these opacities weigh; of every picture the same three. */
    static Row weights(DoubleFunction<Colour> line) {
        return new Row("weight", Stream.of(100, 50, 10)
                .map(percent -> Sample.line(line.apply(percent / 100.0), percent + " %")).toList());
    }

    Key {
        rows = List.copyOf(rows);
    }

    static Key of(Row... rows) {
        return new Key(List.of(rows));
    }

    /** A sample and where it stands: x from the left, which of the lines. */
    private record Placed(Sample sample, double x, int line) {
    }

    /** How high it is where there is so much room. */
    double height(Theme theme, double room) {
        return rows.stream().mapToInt(row -> lines(place(row, theme, room))).sum() * theme.length(LINE_HEIGHT);
    }

    /** How wide the longest row is if it is not broken. */
    double width(Theme theme) {
        return rows.stream().mapToDouble(row -> titleWidth(row, theme)
                + row.samples.stream().mapToDouble(sample -> width(sample, theme)).sum()).max().orElse(0);
    }

    void paint(Surface surface, Box box, Theme theme) {
        double top = box.y();
        TextStyle small = theme.small();
        for (Row row : rows) {
            surface.text(row.title, box.x(), small.baseLine(top + theme.length(LINE_HEIGHT) / 2), small);
            List<Placed> placed = place(row, theme, box.width());
            for (Placed one : placed) {
                paint(surface, one.sample, theme,
                        new Box(box.x() + one.x, top + one.line * theme.length(LINE_HEIGHT), width(one.sample, theme),
                                theme.length(LINE_HEIGHT)));
            }
            top += lines(placed) * theme.length(LINE_HEIGHT);
        }
    }

    private static void paint(Surface surface, Sample sample, Theme theme, Box room) {
        TextStyle small = theme.small();
        double length = sampleWidth(sample, theme);
        double size = theme.length(BOX_SIZE);
        if (sample.shape == Shape.LINE) {
            surface.line(new Line(room.x(), room.centreY(), room.x() + length, room.centreY()), sample.colour,
                    theme.length(2));
        } else {
            Box square = new Box(room.x(), room.centreY() - size / 2, length, size);
            surface.rectangle(square, sample.colour);
            surface.outline(square, theme.faint().withOpacity(0.4), theme.length(0.5));
            surface.text(sample.inside, square.centreX(), small.baseLine(square.centreY()),
                    small.coloured(theme.inkOn(sample.colour)).aligned(Align.CENTRE));
        }
        surface.text(sample.label, room.x() + length + theme.length(4), small.baseLine(room.centreY()), small);
    }

    private static List<Placed> place(Row row, Theme theme, double room) {
        List<Placed> placed = new ArrayList<>();
        double start = titleWidth(row, theme);
        double x = start;
        int line = 0;
        for (Sample sample : row.samples) {
            double width = width(sample, theme);
            if (x > start && x + width > room) {
                x = start;
                line++;
            }
            placed.add(new Placed(sample, x, line));
            x += width;
        }
        return placed;
    }

    private static int lines(List<Placed> placed) {
        return placed.isEmpty() ? 1 : placed.getLast().line + 1;
    }

    private static double titleWidth(Row row, Theme theme) {
        return row.title.isEmpty() ? 0 : theme.small().width(row.title) + theme.length(2 * GAP);
    }

    private static double sampleWidth(Sample sample, Theme theme) {
        double inside = theme.small().width(sample.inside) + theme.length(4);
        return sample.shape == Shape.LINE ? theme.length(LINE_LENGTH) : Math.max(theme.length(BOX_SIZE), inside);
    }

    /** A sample with its label and the gap behind it. */
    private static double width(Sample sample, Theme theme) {
        double label = sample.label.isEmpty() ? 0 : theme.small().width(sample.label) + theme.length(4 + GAP);
        return sampleWidth(sample, theme) + label + theme.length(GAP);
    }
}
