package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.Key.Row;
import org.vitrine.ui.picture.Key.Sample;
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
public final class HeadViewPicture implements Picture {
    /** Every query is shown. */
    public static final int ALL = -1;
    /** More lines than that are no longer told apart, and make large files. */
    static final int MOST_LINES = 30_000;

    /** How many links a hint names for each head. */
    private static final int HINTED = 3;
    private static final double LINE_WIDTH = 2;

    private final Theme theme;
    private final AttentionMap map;
    private final int query;
    private final ShownLinks shown;
    private final TokenColumns columns;
    private final WeightStripes stripes;
    private final Sheet sheet;

    /**
     * @param map the heads and tokens that are shown
     * @param show which links of it
     * @param about the model and the text, in a line
     */
    public HeadViewPicture(AttentionMap map, Show show, String about, Theme theme) {
        this.theme = theme;
        this.map = map;
        this.query = show.query();
        double invisible = Marks.FAINTEST * Math.sqrt(map.rows());
        this.shown = ShownLinks.of(map, IntStream.range(0, map.rows()), query, Math.max(show.threshold(), invisible),
                MOST_LINES);
        this.columns = new TokenColumns(map.queries(), map.keys(), theme);
        this.stripes = new WeightStripes(map, query, columns, theme);
        this.sheet = new Sheet(theme, new Sheet.Words(heading(), about, notes(show.threshold())), key(),
                columns.width() + stripes.width(), Math.max(columns.height(), theme.text().size()));
    }

    /**
     * Which links are shown.
     *
     * @param threshold what a link must weigh at least, 0 to 1
     * @param query the place in the map of the only query to show, or {@link #ALL}
     */
    public record Show(double threshold, int query) {
        /** All links. */
        public static final Show EVERYTHING = new Show(0, ALL);
    }

    private String heading() {
        String who = map.averaged() ? "average of " : "";
        return "Where tokens look: " + map.kind() + " attention, layer " + map.layer() + ", " + who
                + Numbers.heads(map.heads());
    }

    private Key key() {
        Row strength = Key.weights(weight -> theme.ink().withOpacity(opacity(weight)));
        if (map.averaged()) {
            return Key.of(strength);
        }
        return Key.of(new Row("head", map.heads().stream().map(h -> Sample.numbered(theme.head(h), h)).toList()),
                strength);
    }

    private List<String> notes(double threshold) {
        List<String> notes = new ArrayList<>();
        if (shown.links().isEmpty()) {
            notes.add(map.queries().isEmpty() || map.keys().isEmpty()
                    ? "There is nothing to show: no token is left that looks, or none that is looked at."
                    : "There is nothing to show: no link weighs as much as " + Percent.of(threshold) + ".");
            return notes;
        }
        notes.add("A token on the left looks at those on the right; a line's opacity is the weight"
                + (map.rows() > 1 ? " divided by the square root of the number of heads." : "."));
        if (shown.cut()) {
            notes.add("Only the " + shown.links().size() + " strongest links are drawn; the others weigh less than "
                    + Percent.of(shown.least()) + ".");
        } else if (threshold > 0) {
            notes.add("Links that weigh less than " + Percent.of(threshold) + " are left out.");
        }
        return notes;
    }

    private double opacity(double weight) {
        return weight / Math.sqrt(map.rows());
    }

    private Colour colour(int row) {
        return map.averaged() ? theme.ink() : theme.head(map.head(row));
    }

    @Override
    public String title() {
        return sheet.title();
    }

    @Override
    public double width() {
        return sheet.width();
    }

    @Override
    public double height() {
        return sheet.height();
    }

    @Override
    public void paint(Surface surface) {
        sheet.paint(surface);
        Box body = sheet.body();
        Marks lines = new Marks();
        for (Link link : shown.links()) {
            lines.line(columns.line(body, link, map.rows()),
                    colour(link.row()).withOpacity(opacity(link.weight())), columns.thickness(LINE_WIDTH, map.rows()));
        }
        lines.paint(surface);
        columns.paint(surface, body, query);
        stripes.paint(surface, body);
        hints(surface, body);
    }

    private void hints(Surface surface, Box body) {
        for (int place = 0; place < map.queries().size(); place++) {
            surface.hint(columns.queryBox(body, place), hint(place));
        }
        for (int place = 0; place < map.keys().size(); place++) {
            surface.hint(columns.keyBox(body, place), Label.name(map.keys().get(place)));
        }
    }

    private String hint(int place) {
        StringBuilder hint = new StringBuilder(Label.name(map.queries().get(place))).append(" looks at");
        for (int row = 0; row < map.rows(); row++) {
            hint.append('\n').append(map.averaged() ? "average:" : "head " + map.head(row) + ":");
            for (AttentionLink link : map.strongest(row, place, HINTED, 0)) {
                hint.append("  ").append(Label.name(link.key())).append(' ').append(Percent.of(link.weight()));
            }
        }
        return hint.toString();
    }
}
