package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.NeuronView;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.KeyLegend;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.ShownLinks.Link;
import org.vitrine.ui.picture.spot.KeySpot;
import org.vitrine.ui.picture.spot.QuerySpot;
import org.vitrine.ui.terminal.Percent;

/**
 * The neuron view before a token is opened: where one head looks, as in its head view, and beside the keys the arithmetic of
 * one token in short.
 */
public final class NeuronHeadPicture {
    private static final String LOOKED_AT = "is looked at";
    private static final int HINTED = 3;
    private static final double LINE_WIDTH = 2;
    private static final double GAP = 8;

    private final NeuronView view;
    private final AttentionMap map;
    private final int selected;
    private final int pointed;
    private final Theme theme;
    private final TokenColumns columns;

    private NeuronHeadPicture(NeuronView view, int selected, int pointed, Theme theme) {
        this.view = view;
        this.map = new AttentionMap(view.kind(), view.layer(), List.of(view.head()), false, view.queries(), view.keys(),
                view.weights().reshape(1, view.queries().size(), view.keys().size()));
        this.selected = selected;
        this.pointed = pointed;
        this.theme = theme;
        this.columns = new TokenColumns(view.queries(), view.keys(), theme);
    }

    /**
     * The picture; whatever is selected or pointed at, it is of one size.
     *
     * @param selected the place in the view of the query that is selected, or {@link HeadViewPicture.Show#ALL} for none
     * @param pointed the place of the only query whose lines are drawn, or {@link HeadViewPicture.Show#ALL}
     */
    public static Picture of(NeuronView view, int selected, int pointed, Subject subject, Theme theme) {
        return new NeuronHeadPicture(view, selected, pointed, theme).picture(subject);
    }

    private Picture picture(Subject subject) {
        Sheet sheet = new Sheet(body(subject.told()), theme).legend(KeyLegend.heads(theme, map.heads()))
                .legend(HeadViewPicture.weights(theme, weight -> weight))
                .legend(NeuronPreview.strip(columns, view, theme).legend("q×k"));
        if (map.queries().isEmpty() || map.keys().isEmpty()) {
            sheet.note("There is nothing to show: no token is left that looks, or none that is looked at.");
        } else {
            sheet.note(
                    "Tokens on the left look at those on the right; the opacity of a line is its weight. Choose a token on "
                            + "the left (click, or Enter) to open its arithmetic.");
        }
        return sheet.picture(subject, "where tokens look, " + Wording.place(map) + ", " + Wording.heads(map));
    }

    /** @param hinted whether hints tell where a token looks most: not in a window, where they would hide the numbers beside */
    private Sketch body(boolean hinted) {
        NeuronToggle toggle = new NeuronToggle(theme);
        Sketch rows = new Sketch();
        Sketch tokens = tokens(hinted);
        for (int place = 0; place < map.queries().size(); place++) {
            toggle.spot(rows, columns.query(place), spot(place));
            if (place == selected || place == pointed) {
                toggle.paint(rows, columns.query(place), true);
            }
        }
        int last = Math.max(map.queries().size(), map.keys().size()) - 1;
        rows.reserve(new Box(0, 0, toggle.width(), columns.key(last).bottom() + theme.length(1))); // with an outline
        rows.beside(0, 0, tokens);
        int query = pointed == HeadViewPicture.Show.ALL ? selected : pointed;
        NeuronPreview preview = new NeuronPreview(view, query, columns, theme);
        double left = toggle.width() + theme.length(2 * GAP)
                + Math.max(columns.key(0).right(), columns.key(0).x() + theme.small().width(LOOKED_AT));
        rows.reserve(new Box(0, 0, left, 0));
        Sketch titles = new Sketch();
        TextStyle small = theme.small();
        titles.text("looks", toggle.width() + columns.query(0).right(), small.size(), small.aligned(Align.RIGHT));
        titles.text(LOOKED_AT, toggle.width() + columns.key(0).x(), small.size(), small);
        preview.titles(titles, left);
        Sketch body = new Sketch();
        body.below(0, titles);
        rows.beside(left - rows.right(), 0, preview.rows());
        body.below(theme.length(GAP / 2), rows);
        return body;
    }

    /** The links that are drawn: those that can be seen; of very many, the strongest. */
    private List<Link> links() {
        List<Link> links = new ArrayList<>();
        for (int query = 0; query < map.queries().size(); query++) {
            for (int key = 0; key < map.keys().size(); key++) {
                float weight = map.weight(0, query, key);
                if (weight >= Marks.FAINTEST && (pointed == HeadViewPicture.Show.ALL || pointed == query)) {
                    links.add(new Link(0, query, key, weight));
                }
            }
        }
        if (links.size() <= HeadViewPicture.MOST_LINES) {
            return links;
        }
        links.sort(Comparator.comparingDouble(link -> -link.weight()));
        return links.subList(0, HeadViewPicture.MOST_LINES);
    }

    private QuerySpot spot(int place) {
        return new QuerySpot(map.kind(), map.queries().get(place).position());
    }

    private Sketch tokens(boolean hinted) {
        Sketch sketch = new Sketch();
        Marks lines = new Marks();
        for (Link link : links()) {
            lines.line(columns.line(link, 1), theme.head(view.head()).withOpacity(link.weight()),
                    columns.thickness(LINE_WIDTH, 1));
        }
        lines.paint(sketch);
        columns.paint(sketch, pointed, HeadViewPicture.Show.ALL);
        for (int place = 0; place < map.queries().size(); place++) {
            if (hinted) {
                sketch.hint(columns.query(place), hint(place));
            }
            sketch.spot(columns.query(place), spot(place));
        }
        for (int place = 0; place < map.keys().size(); place++) {
            if (hinted) {
                sketch.hint(columns.key(place), Wording.name(map.keys().get(place)));
            }
            sketch.spot(columns.key(place), new KeySpot(map.kind(), map.keys().get(place).position()));
        }
        return sketch;
    }

    /**
     * What is to be read aloud of a query that is pointed at in a window, where no hint tells it.
     *
     * @param query its place in the view
     */
    public static String said(NeuronView view, int query) {
        return new NeuronHeadPicture(view, query, query, Theme.LIGHT).hint(query);
    }

    private String hint(int place) {
        StringBuilder hint = new StringBuilder(Wording.name(map.queries().get(place))).append(" looks at");
        for (AttentionLink link : map.strongest(0, place, HINTED, 0)) {
            hint.append("  ").append(Wording.name(link.key())).append(' ').append(Percent.of(link.weight()));
        }
        return hint.append("\nchoose it to open its arithmetic").toString();
    }
}
