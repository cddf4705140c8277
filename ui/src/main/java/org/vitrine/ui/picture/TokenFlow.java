package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;
import org.vitrine.ui.picture.spot.TokenSpot;
import org.vitrine.ui.terminal.Chip;

/**
 * Tokens as a text that reads on, each a chip with a colour; pieces of a word are joined, line breaks break the line, and
 * before each line stands the position of its first token.
 *
 * @param figures what stands below each token: as many as there are tokens, or none at all
 */
record TokenFlow(List<AttentionToken> tokens, List<String> figures, Theme theme) {
    private static final double WIDTH = 640;
    private static final double GAP = 4;
    /** The size of figures, in parts of that of labels. */
    private static final double TINY = 0.85;

    /**
     * Draws the text.
     *
     * @param fill the colour of the token at a place in the list
     * @param hint what to say about it
     * @param stack which reads the tokens
     */
    Sketch sketch(IntFunction<Colour> fill, IntFunction<String> hint, Stack stack) {
        Sketch sketch = new Sketch();
        List<Box> boxes = boxes();
        TextStyle tiny = tiny();
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            Colour colour = fill.apply(i);
            if (i == 0 || box.y() > boxes.get(i - 1).y()) {
                sketch.text(Integer.toString(tokens.get(i).position()), margin() - theme.length(GAP),
                        theme.small().baseLine(box.centreY()), theme.small().aligned(Align.RIGHT));
            }
            chip(i, theme.inkOn(colour)).paint(sketch, box, colour);
            if (!figures.isEmpty()) {
                sketch.text(figures.get(i), box.centreX(), box.bottom() + tiny.size(), tiny);
            }
            sketch.hint(box, hint.apply(i));
            sketch.spot(box, new TokenSpot(stack, tokens.get(i).position()));
        }
        return sketch;
    }

    /** Where the chips are, in order. */
    private List<Box> boxes() {
        List<Box> boxes = new ArrayList<>();
        boolean carrySpaces = tokens.stream().anyMatch(token -> token.token().startsWith(" "));
        double end = margin() + theme.length(WIDTH);
        double x = margin();
        double y = 0;
        for (int i = 0; i < tokens.size(); i++) {
            double width = Math.max(chip(i, theme.ink()).width(), figures.isEmpty() ? 0 : tiny().width(figures.get(i)));
            double gap = Chip.goesOn(tokens.get(i).token(), carrySpaces) && figures.isEmpty() ? 0 : theme.length(GAP);
            boolean first = x == margin();
            boolean broken = i > 0 && tokens.get(i - 1).token().contains("\n");
            if (broken || !first && x + gap + width > end) {
                y += lineHeight();
                x = margin();
                first = true;
            }
            x += first ? 0 : gap;
            boxes.add(new Box(x, y, width, chip(i, theme.ink()).height()));
            x += width;
        }
        return boxes;
    }

    private TokenChip chip(int i, Colour ink) {
        return new TokenChip(tokens.get(i).token(), theme.text().coloured(ink).aligned(Align.CENTRE));
    }

    private TextStyle tiny() {
        return new TextStyle(theme.small().size() * TINY, theme.faint(), false, Align.CENTRE);
    }

    /** The room for the positions before the lines. */
    private double margin() {
        return theme.small().width(Integer.toString(tokens.size() + 1)) + theme.length(2 * GAP);
    }

    private double lineHeight() {
        double chip = new TokenChip("", theme.text()).height() + theme.length(GAP);
        return figures.isEmpty() ? chip : chip + 1.3 * tiny().size();
    }
}
