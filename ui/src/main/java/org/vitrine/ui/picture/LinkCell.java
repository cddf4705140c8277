package org.vitrine.ui.picture;

import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.Theme;
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
        double least = Math.max(threshold, Marks.FAINTEST);
        return new LinkCell(map, row, ShownLinks.of(map, IntStream.of(row), HeadViewPicture.ALL, least, most));
    }

    void paint(Surface surface, Box box, Colour colour, Theme theme) {
        surface.outline(box, theme.faint().withOpacity(0.35), theme.length(0.75));
        Box inner = box.inset(theme.length(PADDING));
        double pitch = inner.height() / Math.max(map.queries().size(), map.keys().size());
        double width = Math.clamp(pitch / 3, theme.length(THINNEST), theme.length(THICKEST));
        Marks lines = new Marks();
        for (ShownLinks.Link link : shown.links()) {
            lines.line(new Line(inner.x(), inner.y() + (link.query() + 0.5) * pitch, inner.right(),
                    inner.y() + (link.key() + 0.5) * pitch), colour.withOpacity(link.weight()), width);
        }
        lines.paint(surface);
        surface.hint(box, hint());
    }

    /** The strongest links of the whole head, of each query at most one. */
    private String hint() {
        StringBuilder hint = new StringBuilder(map.kind() + " attention, layer " + map.layer()
                + (map.averaged() ? ", average of " + Numbers.heads(map.heads()) : ", head " + map.head(row)));
        IntStream.range(0, map.queries().size()).boxed().flatMap(query -> map.strongest(row, query, 1, 0).stream())
                .sorted((a, b) -> Double.compare(b.weight(), a.weight())).limit(HINTED)
                .forEach(link -> hint.append('\n').append(words(link)));
        return hint.toString();
    }

    private static String words(AttentionLink link) {
        return Label.name(link.query()) + " looks at " + Label.name(link.key()) + ": " + Percent.of(link.weight());
    }
}
