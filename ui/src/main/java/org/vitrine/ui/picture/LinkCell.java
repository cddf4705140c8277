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
import org.vitrine.ui.terminal.Percent;

/**
 * One head in small: lines from the queries on the left edge to the keys on the right one, without their names.
 *
 * @param row which of the map's matrices
 * @param shown its links
 */
record LinkCell(AttentionMap map, int row, ShownLinks shown) {
    private static final double PADDING = 4;
    private static final double THICKEST = 1.4;
    private static final double THINNEST = 0.5;
    private static final int HINTED = 5;

    static LinkCell of(AttentionMap map, int row, double threshold, int most) {
        Show show = new Show(Math.max(threshold, Marks.FAINTEST), Show.ALL);
        return new LinkCell(map, row, ShownLinks.of(map, IntStream.of(row), show, most));
    }

    void paint(Sketch sketch, Box box, Colour colour, Theme theme) {
        sketch.outline(box, theme.faint().withOpacity(0.35), theme.length(0.75));
        Box inner = box.inset(theme.length(PADDING));
        double pitch = inner.height() / Math.max(1, Math.max(map.queries().size(), map.keys().size()));
        double width = Math.clamp(pitch / 3, theme.length(THINNEST), theme.length(THICKEST));
        Marks lines = new Marks();
        for (ShownLinks.Link link : shown.links()) {
            lines.line(new Line(inner.x(), inner.y() + (link.query() + 0.5) * pitch, inner.right(),
                    inner.y() + (link.key() + 0.5) * pitch), colour.withOpacity(link.weight()), width);
        }
        lines.paint(sketch);
        sketch.hint(box, hint());
    }

    /** The strongest links of the whole head, of each query at most one. */
    private String hint() {
        StringBuilder hint = new StringBuilder(Wording.place(map)).append(", ").append(Wording.head(map, row));
        IntStream.range(0, map.queries().size()).boxed().flatMap(query -> map.strongest(row, query, 1, 0).stream())
                .sorted(Comparator.comparingDouble(AttentionLink::weight).reversed()).limit(HINTED)
                .forEach(link -> hint.append('\n').append(Wording.name(link.query())).append(" looks at ")
                        .append(Wording.name(link.key())).append(' ').append(Percent.of(link.weight())));
        return hint.toString();
    }
}
