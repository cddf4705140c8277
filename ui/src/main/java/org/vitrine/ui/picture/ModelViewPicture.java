package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Percent;

/**
 * Where all heads of all layers look, as in BertViz' model view: a row for each layer, a column for each head, in each cell
 * the head view of that head without the tokens' names, in the layer's colour; a line's opacity is the weight. Attentions of
 * several kinds (BART has three) stand one below the other.
 */
public final class ModelViewPicture implements Picture {
    /** Lines of all cells together: more make large files, and in a small cell they are not told apart. */
    static final int MOST_LINES = 45_000;

    private static final int LEAST_LINES = 40;
    private static final double WANTED_WIDTH = 900;
    private static final double SMALLEST_CELL = 44;
    private static final double LARGEST_CELL = 110;
    private static final double GAP = 6;
    private static final double LABELS = 34;
    private static final double TITLE = 24;
    private static final double BETWEEN = 18;

    private final Theme theme;
    private final List<Section> sections;
    private final double cell;
    private final Sheet sheet;

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

    /**
     * @param layers a map for each layer that is shown, in order; those of one kind follow each other and have the same heads
     * @param threshold what a link must weigh at least, 0 to 1
     * @param about the model and the text, in a line
     */
    public ModelViewPicture(List<AttentionMap> layers, double threshold, String about, Theme theme) {
        this.theme = theme;
        int cells = layers.stream().mapToInt(AttentionMap::rows).sum();
        int most = Math.max(LEAST_LINES, MOST_LINES / Math.max(1, cells));
        this.sections = sections(layers, threshold, most);
        int widest = sections.stream().mapToInt(Section::columns).max().orElse(1);
        this.cell = theme.length(Math.clamp(WANTED_WIDTH / widest - GAP, SMALLEST_CELL, LARGEST_CELL));
        double height = sections.stream().mapToDouble(this::height).sum() - theme.length(BETWEEN);
        this.sheet = new Sheet(theme, new Sheet.Words("Where each head looks", about, notes(threshold, most)), key(),
                theme.length(LABELS) + widest * pitch(), Math.max(0, height));
    }

    private static List<Section> sections(List<AttentionMap> layers, double threshold, int most) {
        List<Section> sections = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= layers.size(); i++) {
            if (i == layers.size() || layers.get(i).kind() != layers.get(from).kind()) {
                sections.add(new Section(layers.subList(from, i).stream().map(map -> IntStream.range(0, map.rows())
                        .mapToObj(row -> LinkCell.of(map, row, threshold, most)).toList()).toList()));
                from = i;
            }
        }
        return sections;
    }

    private Key key() {
        return Key.of(Key.weights(theme.ink()::withOpacity));
    }

    private List<String> notes(double threshold, int most) {
        List<LinkCell> cells = sections.stream().flatMap(section -> section.layers.stream()).flatMap(List::stream)
                .toList();
        if (cells.stream().allMatch(one -> one.shown().links().isEmpty())) {
            return List.of("There is nothing to show: no link weighs as much as " + Percent.of(threshold)
                    + ", or no token is left.");
        }
        List<String> notes = new ArrayList<>();
        notes.add(
                "In each cell the tokens run from top to bottom; those on the left edge look at those on the right edge. "
                        + "The later the layer, the " + (theme.dark() ? "lighter" : "darker") + " its colour.");
        if (cells.stream().anyMatch(one -> one.shown().cut())) {
            notes.add("In full cells only the " + most + " strongest links are drawn.");
        }
        if (threshold > 0) {
            notes.add("Links that weigh less than " + Percent.of(threshold) + " are left out.");
        }
        return notes;
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
        double top = sheet.body().y();
        for (Section section : sections) {
            paint(surface, section, top);
            top += height(section);
        }
    }

    private void paint(Surface surface, Section section, double top) {
        double left = sheet.body().x();
        TextStyle bold = new TextStyle(theme.text().size(), theme.ink(), true, Align.LEFT);
        TextStyle small = theme.small();
        surface.text(section.map(0).kind() + " attention", left, bold.baseLine(top + theme.length(TITLE) / 2), bold);
        double heads = top + theme.length(TITLE);
        surface.text("layer", left, small.baseLine(heads + theme.length(TITLE) / 2), small);
        for (int column = 0; column < section.columns(); column++) {
            surface.text(column(section.map(0), column), left + theme.length(LABELS) + column * pitch() + cell / 2,
                    small.baseLine(heads + theme.length(TITLE) / 2), small.aligned(Align.CENTRE));
        }
        for (int layer = 0; layer < section.layers.size(); layer++) {
            double y = heads + theme.length(TITLE) + layer * pitch();
            AttentionMap map = section.map(layer);
            surface.text(Integer.toString(map.layer()), left + theme.length(LABELS - 2 * GAP),
                    small.baseLine(y + cell / 2), small.aligned(Align.RIGHT));
            for (int column = 0; column < section.columns(); column++) {
                Box box = new Box(left + theme.length(LABELS) + column * pitch(), y, cell, cell);
                section.layers.get(layer).get(column).paint(surface, box, theme.layer(map.layer(), section.depth()),
                        theme);
            }
        }
    }

    private static String column(AttentionMap map, int column) {
        if (map.averaged()) {
            return "average";
        }
        return column == 0 ? "head " + map.head(column) : Integer.toString(map.head(column));
    }

    /** From one cell to the next. */
    private double pitch() {
        return cell + theme.length(GAP);
    }

    private double height(Section section) {
        return theme.length(2 * TITLE) + section.layers.size() * pitch() + theme.length(BETWEEN);
    }
}
