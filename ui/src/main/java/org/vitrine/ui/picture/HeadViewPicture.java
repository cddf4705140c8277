package org.vitrine.ui.picture;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.KeyLegend;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.ScaleLegend;
import org.vitrine.ui.drawing.ScaleLegend.Tick;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.ShownLinks.Link;
import org.vitrine.ui.picture.spot.KeySpot;
import org.vitrine.ui.picture.spot.QuerySpot;
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
    private static final double OUTLINE = 4;

    private final LinkWeights weights;
    private final AttentionMap map;
    private final Show show;
    private final Theme theme;
    private final ShownLinks shown;
    private final TokenColumns columns;

    /** @param left how far from the left edge the tokens begin */
    HeadViewPicture(LinkWeights weights, Show show, Theme theme, double left) {
        this.weights = weights;
        this.map = weights.map();
        this.show = show;
        this.theme = theme;
        Show visible = new Show(Math.max(show.threshold(), weights.faintest(divisor())), show.query());
        this.shown = ShownLinks.of(weights, IntStream.range(0, map.rows()), visible, MOST_LINES);
        this.columns = new TokenColumns(map.queries(), map.keys(), theme).movedTo(left);
    }

    /**
     * The picture.
     *
     * @param map the heads and tokens that are shown
     * @param show which links of it
     */
    public static Picture of(AttentionMap map, Show show, Subject subject, Theme theme) {
        return of(LinkWeights.of(map), show, subject, theme);
    }

    /** The same of weights or of their changes. */
    public static Picture of(LinkWeights weights, Show show, Subject subject, Theme theme) {
        HeadViewPicture picture = new HeadViewPicture(weights, show, theme, 0);
        return picture.sheet(picture.body(true)).picture(subject, picture.subject());
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

    /** What is shown, for a title. */
    String subject() {
        return (weights.signed() ? "how attention changed, " : "where tokens look, ") + Wording.place(map) + ", "
                + Wording.heads(map);
    }

    /** The body with what explains it. */
    Sheet sheet(Sketch body) {
        Sheet sheet = new Sheet(body, theme);
        if (weights.signed()) {
            if (weights.largest() > 0) {
                sheet.legend(weights.legend(theme));
            }
        } else {
            if (!map.averaged()) {
                sheet.legend(KeyLegend.heads(theme, map.heads()));
            }
            sheet.legend(weights(theme, this::opacity));
        }
        notes(sheet);
        return sheet;
    }

    /** The tokens' places. */
    TokenColumns columns() {
        return columns;
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
            sheet.note(weights.signed() ? weights.nothing(shown.least())
                    : "There is nothing to show: no link weighs as much as " + Percent.of(shown.least()) + ".");
            return;
        }
        sheet.note(meaning());
        if (shown.cut()) {
            sheet.note("Only the " + shown.links().size() + " strongest links are drawn; the others "
                    + (weights.signed() ? "changed less than " + LinkWeights.least(shown.least())
                            : "weigh less than " + Percent.of(shown.least()))
                    + ".");
        } else if (show.threshold() > 0) {
            sheet.note(weights.leftOut(show.threshold()));
        }
    }

    private String meaning() {
        if (weights.signed()) {
            return LinkWeights.MEANING;
        }
        return "Tokens on the left look at those on the right; the opacity of a line is its weight"
                + (map.rows() > 1 ? " divided by the square root of the number of heads." : ".");
    }

    private double divisor() {
        return weights.signed() ? 1 : Math.sqrt(map.rows());
    }

    /** How strong a line is drawn. */
    double opacity(double weight) {
        return weights.strength(weight) / divisor();
    }

    /**
     * The tokens and the lines.
     *
     * @param hinted whether hints tell where a token looks most: not where the numbers are shown beside, which they would hide
     */
    Sketch body(boolean hinted) {
        Sketch body = new Sketch();
        lines(shown, this::opacity).paint(body);
        columns.paint(body, show.query(), Show.ALL);
        for (int place = 0; place < map.queries().size(); place++) {
            if (hinted) {
                body.hint(columns.query(place), hint(place));
            }
            body.spot(wider(columns.query(place), -1), new QuerySpot(map.kind(), map.queries().get(place).position()));
        }
        for (int place = 0; place < map.keys().size(); place++) {
            if (hinted) {
                body.hint(columns.key(place), Wording.name(map.keys().get(place)));
            }
            body.spot(wider(columns.key(place), 0), new KeySpot(map.kind(), map.keys().get(place).position()));
        }
        if (show.query() != Show.ALL) {
            body.beside(theme.length(GAP), 0,
                    new WeightStripes(weights, columns, theme, WeightStripes.Form.FULL).ofQuery(show.query()));
        }
        return body;
    }

    /** A token's place with room for an outline that leaves its number clear. */
    private Box wider(Box place, int side) {
        double room = theme.length(OUTLINE);
        return new Box(place.x() + side * room, place.y(), place.width() + room, place.height());
    }

    /**
     * Some links.
     *
     * @param opacity of a link, by its weight
     */
    Marks lines(ShownLinks links, DoubleUnaryOperator opacity) {
        Marks lines = new Marks();
        for (Link link : links.links()) {
            Colour colour = weights.colour(link.weight(), colour(map, link.row(), theme), theme);
            lines.line(columns.line(link, map.rows()), colour.withOpacity(opacity.applyAsDouble(link.weight())),
                    columns.thickness(LINE_WIDTH, map.rows()));
        }
        return lines;
    }

    /** The colour of a matrix: its head's, or none where it is an average. */
    static Colour colour(AttentionMap map, int row, Theme theme) {
        return map.averaged() ? theme.ink() : theme.head(map.head(row));
    }

    /** Where a query looks most. */
    String hint(int place) {
        StringBuilder hint = new StringBuilder(Wording.name(map.queries().get(place))).append(" looks at");
        for (int row = 0; row < map.rows(); row++) {
            hint.append('\n').append(map.averaged() ? "average:" : "head " + map.head(row) + ":");
            List<AttentionLink> links = weights.strongest(row, place, HINTED);
            hint.append(weights.signed() && links.isEmpty() ? "  as before" : "");
            for (AttentionLink link : links) {
                hint.append("  ").append(Wording.name(link.key())).append(' ').append(weights.label(link.weight()));
            }
        }
        return hint.toString();
    }
}
