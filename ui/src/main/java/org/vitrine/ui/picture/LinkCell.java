package org.vitrine.ui.picture;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.HeadViewPicture.Show;
import org.vitrine.ui.picture.spot.HeadSpot;

/**
 * One head in small: lines from the queries on the left edge to the keys on the right one, without their names.
 *
 * @param row which of the map's matrices
 * @param shown its links
 * @param hint the strongest links of the whole head, of each query at most one
 */
record LinkCell(LinkWeights weights, int row, ShownLinks shown, String hint) {
    private static final double PADDING = 4;
    private static final double THICKEST = 1.4;
    private static final double THINNEST = 0.5;
    private static final int HINTED = 5;

    static LinkCell of(LinkWeights weights, int row, double threshold, int most) {
        Show show = new Show(Math.max(threshold, weights.faintest(1)), Show.ALL);
        return new LinkCell(weights, row, ShownLinks.of(weights, IntStream.of(row), show, most), hint(weights, row));
    }

    AttentionMap map() {
        return weights.map();
    }

    void paint(Sketch sketch, Box box, Colour colour, Theme theme) {
        sketch.outline(box, theme.faint().withOpacity(0.35), theme.length(0.75));
        Box inner = box.inset(theme.length(PADDING));
        double pitch = inner.height() / Math.max(1, Math.max(map().queries().size(), map().keys().size()));
        double width = Math.clamp(pitch / 3, theme.length(THINNEST), theme.length(THICKEST));
        Marks lines = new Marks();
        for (ShownLinks.Link link : shown.links()) {
            Colour line = weights.colour(link.weight(), colour, theme).withOpacity(weights.strength(link.weight()));
            lines.line(new Line(inner.x(), inner.y() + (link.query() + 0.5) * pitch, inner.right(),
                    inner.y() + (link.key() + 0.5) * pitch), line, width);
        }
        lines.paint(sketch);
        sketch.hint(box, hint);
        if (!map().averaged()) {
            sketch.spot(box, new HeadSpot(map().kind(), map().layer(), map().head(row)));
        }
    }

    private static String hint(LinkWeights weights, int row) {
        AttentionMap map = weights.map();
        StringBuilder hint = new StringBuilder(Wording.place(map)).append(", ").append(Wording.head(map, row));
        IntStream.range(0, map.queries().size()).boxed().flatMap(query -> weights.strongest(row, query, 1).stream())
                .sorted(Comparator.comparingDouble((AttentionLink link) -> Math.abs(link.weight())).reversed())
                .limit(HINTED).forEach(link -> hint.append('\n').append(Wording.name(link.query())).append(" looks at ")
                        .append(Wording.name(link.key())).append(' ').append(weights.label(link.weight())));
        return hint.toString();
    }
}
