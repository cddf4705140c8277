package org.vitrine.ui.picture;

import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Percent;

/** What one query gives to each key, beside the keys: a stripe for each head, as strong as the weight, with the number. */
record WeightStripes(AttentionMap map, TokenColumns columns, Theme theme) {
    private static final String WIDEST = " 0.01234 % ";

    Sketch of(int query) {
        Sketch stripes = new Sketch();
        double size = Math.min(theme.small().size(), columns.letters().size());
        TextStyle numbers = new TextStyle(size, theme.ink(), false, Align.CENTRE);
        double width = numbers.width(WIDEST);
        double bottom = columns.key(map.keys().size()).y() + 1.2 * size;
        for (int row = 0; row < map.rows(); row++) {
            Colour colour = HeadViewPicture.colour(map, row, theme);
            for (int key = 0; key < map.keys().size(); key++) {
                float weight = map.weight(row, query, key);
                if (weight > 0) {
                    Colour fill = colour.withOpacity(weight);
                    Box cell = new Box(row * width, columns.key(key).y(), width, columns.key(key).height());
                    stripes.rectangle(cell, fill);
                    stripes.text(Percent.of(weight), cell.centreX(), numbers.baseLine(cell.centreY()),
                            numbers.coloured(theme.inkOn(fill)));
                }
            }
            stripes.text(map.averaged() ? "average" : "head " + map.head(row), (row + 0.5) * width, bottom,
                    numbers.coloured(theme.faint()));
        }
        return stripes;
    }
}
