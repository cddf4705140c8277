package org.vitrine.ui.picture;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.KeyLegend;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.ScaleLegend.Tick;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.ShownLinks.Link;
import org.vitrine.ui.terminal.Percent;

/**
 * Where the heads of a layer look, as in BertViz' head view: the tokens twice, lines from those that look (left) to those
 * that are looked at (right), a colour for each head. The lines of several heads leave and arrive side by side, so that their
 * colours do not mix, and a line's opacity is the weight divided by the square root of the number of heads shown: BertViz
 * divides by the number, with which lines that do not lie on top of each other would hardly be seen.
 *
 * <p>With one query chosen only its lines are drawn, and beside the keys stands what each head gives them, in numbers.
 */
public final class HeadViewPicture {
    /** More lines than that are no longer told apart, and make large files. */
    static final int MOST_LINES = 30_000;

    /** How many links a hint names for each head. */
    private static final int HINTED = 3;
    private static final double LINE_WIDTH = 2;
    private static final double GAP = 8;

    private final AttentionMap map;
    private final Show show;
    private final Theme theme;
    private final ShownLinks shown;
    private final TokenColumns columns;

    private HeadViewPicture(AttentionMap map, Show show, Theme theme) {
        this.map = map;
        this.show = show;
        this.theme = theme;
        double invisible = Marks.FAINTEST * Math.sqrt(map.rows());
        this.shown = ShownLinks.of(map, IntStream.range(0, map.rows()),
                new Show(Math.max(show.threshold(), invisible), show.query()), MOST_LINES);
        this.columns = new TokenColumns(map.queries(), map.keys(), theme);
    }

    /**
     * The picture.
     *
     * @param map the heads and tokens that are shown
     * @param show which links of it
     */
    public static Picture of(AttentionMap map, Show show, Subject subject, Theme theme) {
        return new HeadViewPicture(map, show, theme).picture(subject);
    }

    /**
     * Which links are shown.
     *
     * @param threshold what a link must weigh at least, 0 to 1
     * @param query the place in the map of the only query to show, or {@link #ALL}
     */
    public record Show(double threshold, int query) {
        /** Instead of a query: every one is shown. */
        public static final int ALL = -1;
        /** All links. */
        public static final Show EVERYTHING = new Show(0, ALL);
    }

    private Picture picture(Subject subject) {
        Sheet sheet = new Sheet(body(), theme);
        if (!map.averaged()) {
            sheet.legend(KeyLegend.heads(theme, map.heads()));
        }
        sheet.legend(weights(theme, this::opacity));
        notes(sheet);
        return sheet.picture(subject, "where tokens look, " + Wording.place(map) + ", " + Wording.heads(map));
    }

    /** The scale of weights that are shown as opacity. */
    static ScaleLegend weights(Theme theme, DoubleUnaryOperator opacity) {
        List<Tick> ticks = IntStream.of(0, 10, 25, 50, 75, 100)
                .mapToObj(percent -> new Tick(percent / 100.0, percent == 100 ? "100 %" : Integer.toString(percent)))
                .toList();
        return new ScaleLegend("weight", ticks, share -> theme.ink().withOpacity(opacity.applyAsDouble(share)));
    }

    private void notes(Sheet sheet) {
        if (map.queries().isEmpty() || map.keys().isEmpty()) {
            sheet.note("There is nothing to show: no token is left that looks, or none that is looked at.");
            return;
        }
        if (shown.links().isEmpty()) {
            sheet.note("There is nothing to show: no link weighs as much as " + Percent.of(shown.least()) + ".");
            return;
        }
        sheet.note("Tokens on the left look at those on the right; the opacity of a line is its weight"
                + (map.rows() > 1 ? " divided by the square root of the number of heads." : "."));
        if (shown.cut()) {
            sheet.note("Only the " + shown.links().size() + " strongest links are drawn; the others weigh less than "
                    + Percent.of(shown.least()) + ".");
        } else if (show.threshold() > 0) {
            sheet.note("Links that weigh less than " + Percent.of(show.threshold()) + " are left out.");
        }
    }

    private double opacity(double weight) {
        return weight / Math.sqrt(map.rows());
    }

    private Sketch body() {
        Sketch body = new Sketch();
        Marks lines = new Marks();
        for (Link link : shown.links()) {
            Colour colour = colour(map, link.row(), theme);
            lines.line(columns.line(link, map.rows()), colour.withOpacity(opacity(link.weight())),
                    columns.thickness(LINE_WIDTH, map.rows()));
        }
        lines.paint(body);
        columns.paint(body, show.query());
        for (int place = 0; place < map.queries().size(); place++) {
            body.hint(columns.query(place), hint(place));
        }
        for (int place = 0; place < map.keys().size(); place++) {
            body.hint(columns.key(place), Wording.name(map.keys().get(place)));
        }
        if (show.query() != Show.ALL) {
            body.beside(theme.length(GAP), 0, new WeightStripes(map, columns, theme).of(show.query()));
        }
        return body;
    }

    /** The colour of a matrix: its head's, or none where it is an average. */
    static Colour colour(AttentionMap map, int row, Theme theme) {
        return map.averaged() ? theme.ink() : theme.head(map.head(row));
    }

    private String hint(int place) {
        StringBuilder hint = new StringBuilder(Wording.name(map.queries().get(place))).append(" looks at");
        for (int row = 0; row < map.rows(); row++) {
            hint.append('\n').append(map.averaged() ? "average:" : "head " + map.head(row) + ":");
            for (AttentionLink link : map.strongest(row, place, HINTED, 0)) {
                hint.append("  ").append(Wording.name(link.key())).append(' ').append(Percent.of(link.weight()));
            }
        }
        return hint.toString();
    }
}
