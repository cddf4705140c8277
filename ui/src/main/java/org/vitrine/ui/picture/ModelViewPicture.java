package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.LayerSpot;
import org.vitrine.ui.terminal.Percent;

/**
 * Where all heads of all layers look, as in BertViz' model view: a row for each layer, a column for each head, in each cell
 * the head view of that head without the tokens' names, in the layer's colour; a line's opacity is the weight. Attentions of
 * several kinds (BART has three) stand one below the other.
 */
public final class ModelViewPicture {
    /** Lines of all cells together: more make large files, and in a small cell they are not told apart. */
    static final int MOST_LINES = 45_000;

    private static final int LEAST_LINES = 40;
    private static final double WANTED_WIDTH = 900;
    private static final double SMALLEST_CELL = 44;
    private static final double LARGEST_CELL = 110;
    private static final double GAP = 6;
    private static final double LABELS = 42;
    private static final double TITLE = 24;
    private static final double BETWEEN = 18;

    private final Cells cells;
    private final Theme theme;
    private final double cell;

    /**
     * The layers of one kind of attention.
     *
     * @param layers for each its heads
     */
    private record Section(List<List<LinkCell>> layers) {
        AttentionMap map(int layer) {
            return layers.get(layer).getFirst().map();
        }

        int columns() {
            return layers.getFirst().size();
        }

        /** How many layers there are as far as this picture knows. */
        int depth() {
            return map(layers.size() - 1).layer() + 1;
        }
    }

    private ModelViewPicture(Cells cells, Theme theme) {
        this.cells = cells;
        this.theme = theme;
        int widest = cells.sections().stream().mapToInt(Section::columns).max().orElse(1);
        this.cell = theme.length(Math.clamp(WANTED_WIDTH / widest - GAP, SMALLEST_CELL, LARGEST_CELL));
    }

    /** What the cells show: found out once, then drawn in any theme. */
    public static final class Cells {
        private final List<Section> sections;
        private final double threshold;
        private final int most;

        /**
         * Looks for the strongest links of every cell, several cells at a time.
         *
         * @param layers those of each layer that is shown, in order; those of one kind follow each other and have the same heads
         * @param threshold what a link must weigh, or have changed, at least, 0 to 1
         */
        public Cells(List<LinkWeights> layers, double threshold) {
            this.threshold = threshold;
            int count = layers.stream().mapToInt(layer -> layer.map().rows()).sum();
            this.most = Math.max(LEAST_LINES, MOST_LINES / Math.max(1, count));
            this.sections = ModelViewPicture.sections(
                    layers.parallelStream().map(layer -> cells(layer, threshold, most)).toList());
        }

        /** The picture of them. */
        public Picture picture(Subject subject, Theme theme) {
            return new ModelViewPicture(this, theme).picture(subject);
        }

        private List<Section> sections() {
            return sections;
        }

        private List<LinkCell> all() {
            return sections.stream().flatMap(section -> section.layers.stream()).flatMap(List::stream).toList();
        }
    }

    private static List<LinkCell> cells(LinkWeights layer, double threshold, int most) {
        return IntStream.range(0, layer.map().rows()).parallel()
                .mapToObj(row -> LinkCell.of(layer, row, threshold, most)).toList();
    }

    /**
     * The picture.
     *
     * @param layers a map for each layer that is shown, in order; those of one kind follow each other and have the same heads
     * @param threshold what a link must weigh at least, 0 to 1
     */
    public static Picture of(List<AttentionMap> layers, double threshold, Subject subject, Theme theme) {
        return new Cells(layers.stream().map(LinkWeights::of).toList(), threshold).picture(subject, theme);
    }

    private static List<Section> sections(List<List<LinkCell>> layers) {
        List<Section> all = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= layers.size(); i++) {
            if (i == layers.size() || kind(layers.get(i)) != kind(layers.get(from))) {
                all.add(new Section(layers.subList(from, i)));
                from = i;
            }
        }
        return all;
    }

    private static AttentionKind kind(List<LinkCell> layer) {
        return layer.getFirst().map().kind();
    }

    private Picture picture(Subject subject) {
        Sketch body = new Sketch();
        for (Section section : cells.sections()) {
            body.below(theme.length(BETWEEN), grid(section));
        }
        Sheet sheet = new Sheet(body, theme);
        sheet.legend(change().map(weights -> weights.legend(theme))
                .orElseGet(() -> HeadViewPicture.weights(theme, weight -> weight)));
        notes(sheet);
        return sheet.picture(subject,
                change().isPresent() ? "how each head's attention changed" : "where each head looks");
    }

    /** Any of the changes, if changes are shown. */
    private Optional<LinkWeights> change() {
        return cells.all().stream().map(LinkCell::weights).filter(LinkWeights::signed).findFirst();
    }

    private void notes(Sheet sheet) {
        List<LinkCell> all = cells.all();
        if (all.stream().allMatch(each -> each.shown().links().isEmpty())) {
            sheet.note("There is nothing to show: no token is left, or no link "
                    + (change().isPresent() ? "changed by as much as " : "weighs as much as ")
                    + Percent.of(cells.threshold) + ".");
            return;
        }
        sheet.note("In each cell the tokens run from top to bottom; those on the left edge look at those on the right. "
                + (change().isPresent()
                        ? "Blue: more than without the intervention, orange: less."
                        : "The later the layer, the " + (theme.dark() ? "lighter" : "darker") + " its colour."));
        if (all.stream().anyMatch(each -> each.shown().cut())) {
            sheet.note("In full cells only the " + cells.most + " strongest links are drawn.");
        }
        if (cells.threshold > 0) {
            sheet.note(all.getFirst().weights().leftOut(cells.threshold));
        }
    }

    private Sketch grid(Section section) {
        Sketch grid = new Sketch();
        TextStyle bold = new TextStyle(theme.text().size(), theme.ink(), true, Align.LEFT);
        TextStyle small = theme.small();
        double line = theme.length(TITLE);
        double left = theme.length(LABELS);
        double pitch = cell + theme.length(GAP);
        grid.text(section.map(0).kind() + " attention", 0, bold.baseLine(line / 2), bold);
        grid.text("layer", 0, small.baseLine(1.5 * line), small);
        for (int column = 0; column < section.columns(); column++) {
            grid.text(title(section.map(0), column), left + column * pitch + cell / 2, small.baseLine(1.5 * line),
                    small.aligned(Align.CENTRE));
        }
        for (int row = 0; row < section.layers.size(); row++) {
            double top = 2 * line + row * pitch;
            int layer = section.map(row).layer();
            grid.text(Integer.toString(layer), left - theme.length(2 * GAP), small.baseLine(top + cell / 2),
                    small.aligned(Align.RIGHT));
            grid.spot(new Box(0, top + cell / 2 - line / 2, left - theme.length(GAP), line), new LayerSpot(layer));
            for (int column = 0; column < section.columns(); column++) {
                section.layers.get(row).get(column).paint(grid, new Box(left + column * pitch, top, cell, cell),
                        theme.layer(layer, section.depth()), theme);
            }
        }
        return grid;
    }

    private static String title(AttentionMap map, int column) {
        if (map.averaged()) {
            return "average";
        }
        return column == 0 ? "head " + map.head(column) : Integer.toString(map.head(column));
    }
}
