package org.vitrine.ui.picture;

import java.util.List;
import org.vitrine.explain.tensors.TensorHistogram;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Figure;

/** Histograms below each other: a bar for each part, orange below 0 and blue above. */
public final class HistogramPicture {
    private static final double HEIGHT = 48;
    private static final double LINE = 16;
    private static final double GAP = 8;
    private static final double MARGINS = 32;
    private static final double LEAST = 0.02;

    private HistogramPicture() {
    }

    /** A histogram and of what it is. */
    public record Entry(String title, TensorHistogram histogram) {
    }

    /**
     * The picture.
     *
     * @param logarithmic whether a bar is as high as the logarithm of its count, so that rare numbers are seen, too
     * @param width of the picture, in points
     */
    public static Picture of(List<Entry> entries, boolean logarithmic, double width, Theme theme) {
        Sketch body = new Sketch();
        for (Entry entry : entries) {
            body.below(theme.length(GAP),
                    part(entry, logarithmic, Math.max(60, width - MARGINS * theme.scale()), theme));
        }
        return body.picture("histogram", theme);
    }

    private static Sketch part(Entry entry, boolean logarithmic, double width, Theme theme) {
        TensorHistogram histogram = entry.histogram();
        Sketch part = new Sketch();
        double line = theme.length(LINE);
        double bottom = line + theme.length(HEIGHT);
        part.text(entry.title() + ", most " + Figure.grouped(histogram.most()) + (logarithmic ? " (log)" : ""), 0,
                theme.small().baseLine(line / 2), theme.small());
        double bar = width / histogram.counts().size();
        for (int i = 0; i < histogram.counts().size(); i++) {
            int count = histogram.counts().get(i);
            double height = theme.length(HEIGHT) * share(count, histogram.most(), logarithmic);
            boolean below = histogram.edge(i) + histogram.edge(i + 1) < 0;
            part.rectangle(new Box(i * bar, bottom - height, bar, height),
                    below ? theme.negative() : theme.positive());
            part.hint(new Box(i * bar, line, bar, bottom - line), "from " + figure(histogram.edge(i)) + " to "
                    + figure(histogram.edge(i + 1)) + ": " + Figure.grouped(count));
        }
        part.line(new Line(0, bottom, width, bottom), theme.faint(), theme.length(0.75));
        double base = theme.small().baseLine(bottom + line / 2);
        part.text(figure(histogram.from()), 0, base, theme.small());
        part.text(figure(histogram.to()), width, base, theme.small().aligned(Align.RIGHT));
        part.reserve(new Box(0, bottom, width, line));
        return part;
    }

    /** A single number among thousands still has a bar. */
    private static double share(int count, int most, boolean logarithmic) {
        if (count == 0) {
            return 0;
        }
        double share = logarithmic ? Math.log1p(count) / Math.log1p(most) : (double) count / most;
        return Math.max(LEAST, share);
    }

    private static String figure(double number) {
        return Figure.of((float) number).replace('-', '−');
    }
}
