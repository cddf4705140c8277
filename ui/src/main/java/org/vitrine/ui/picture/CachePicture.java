package org.vitrine.ui.picture;

import java.util.Collections;
import java.util.List;
import org.vitrine.explain.CacheSize;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.LayerSpot;
import org.vitrine.ui.picture.spot.TokenSpot;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.LayerNames;

/**
 * What a decoder remembers while it writes: a column for each token, for each layer a row of keys and a row of values.
 *
 * @param size how much it is
 * @param tokens those that were read so far
 * @param fresh how many of them were read in this step, the last ones
 */
record CachePicture(CacheSize size, List<String> tokens, int fresh, Theme theme) {
    private static final double WIDTH = 820;
    private static final double WIDEST = 22;
    private static final double NARROWEST = 2.5;
    private static final double ROW = 12;
    private static final double GAP = 10;
    /** What was remembered before stands back. */
    private static final double OLD = 0.4;

    Sketch sketch() {
        Sketch sketch = new Sketch();
        sketch.below(0, block(tokens, fresh, true));
        if (size.source() > 0) {
            Sketch title = new Sketch();
            title.text("Of the encoder's text (cross attention), made at the first step and never again:", 0,
                    theme.small().size(), theme.small());
            sketch.below(theme.length(GAP), title);
            List<String> source = Collections.nCopies(size.source(), "");
            sketch.below(theme.length(GAP / 2), block(source, fresh == tokens.size() ? size.source() : 0, false));
        }
        return sketch;
    }

    /** Sizes in words. */
    String sentence() {
        String shape = size.layers() + " layers × 2 × " + size.heads() + " heads × ";
        String own = "Remembered so far: " + shape + tokens.size() + (tokens.size() == 1 ? " token × " : " tokens × ")
                + size.width() + " numbers = "
                + Figure.grouped(size.floats(tokens.size())) + " floats, " + Figure.bytes(size.bytes(tokens.size()))
                + "; new in this step: " + fresh + (fresh == 1 ? " column, " : " columns, ")
                + Figure.bytes(size.bytes(fresh)) + ".";
        return size.source() == 0 ? own
                : own + " Of the encoder's text: " + shape + size.source() + " tokens × " + size.width() + " numbers = "
                        + Figure.grouped(size.floats(size.source())) + " floats, "
                        + Figure.bytes(size.bytes(size.source())) + ".";
    }

    private Sketch block(List<String> columns, int newest, boolean own) {
        Sketch block = new Sketch();
        TextStyle small = theme.small();
        double left = small.width(LayerNames.of(size.layers() - 1) + " K") + theme.length(GAP);
        double column = theme.length(Math.clamp(WIDTH / columns.size(), NARROWEST, WIDEST));
        double top = 1.4 * small.size();
        double pair = theme.length(2 * ROW + GAP / 2);
        numbers(block, columns.size(), left, column);
        for (int layer = 0; layer < size.layers(); layer++) {
            double y = top + layer * pair;
            double height = theme.length(ROW);
            block.text(LayerNames.of(layer), 0, small.baseLine(y + height), small);
            block.spot(new Box(0, y, left - theme.length(GAP), 2 * height), new LayerSpot(layer));
            block.text("K", left - theme.length(GAP / 2), tiny().baseLine(y + height / 2), tiny().aligned(Align.RIGHT));
            block.text("V", left - theme.length(GAP / 2), tiny().baseLine(y + 1.5 * height),
                    tiny().aligned(Align.RIGHT));
            for (int i = 0; i < columns.size(); i++) {
                boolean isNew = i >= columns.size() - newest;
                Colour colour = theme.layer(layer, size.layers()).withOpacity(isNew ? 1 : OLD);
                Box key = new Box(left + i * column, y, 0.85 * column, 0.85 * height);
                block.rectangle(key, colour);
                block.rectangle(new Box(key.x(), y + height, key.width(), key.height()), colour);
            }
        }
        double height = size.layers() * pair - theme.length(GAP / 2);
        for (int i = 0; own && i < columns.size(); i++) {
            Box all = new Box(left + i * column, top, column, height);
            block.hint(all, "position " + i + ", " + Chip.of(columns.get(i)) + ": " + Figure.grouped(size.floats(1))
                    + " numbers, keys and values of all layers and heads");
            block.spot(all, new TokenSpot(Stack.DECODER, i));
        }
        if (newest > 0) {
            double x = left + (columns.size() - newest) * column;
            block.outline(new Box(x, top, newest * column - 0.15 * column, height).inset(-theme.length(2)), theme.ink(),
                    theme.length(1));
        }
        return block;
    }

    /** Positions above the columns, as many as there is room for. */
    private void numbers(Sketch block, int count, double left, double column) {
        TextStyle style = tiny().aligned(Align.CENTRE);
        double free = 0;
        for (int i = 0; i < count; i++) {
            double x = left + (i + 0.42) * column;
            double half = style.width(Integer.toString(i)) / 2;
            if (x - half >= free) {
                block.text(Integer.toString(i), x, theme.small().size(), style);
                free = x + half + theme.length(GAP / 3);
            }
        }
    }

    private TextStyle tiny() {
        return new TextStyle(0.85 * theme.small().size(), theme.faint(), false, Align.LEFT);
    }
}
