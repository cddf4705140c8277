package org.vitrine.ui.picture;

import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Percent;

/** What one query gives to each key, beside the keys: a stripe for each head, as strong as the weight, with the number. */
final class WeightStripes {
    private static final double GAP = 14;
    private static final String WIDEST = " > 99.99 % ";

    private final AttentionMap map;
    private final int query;
    private final TokenColumns columns;
    private final Theme theme;
    private final TextStyle numbers;

    WeightStripes(AttentionMap map, int query, TokenColumns columns, Theme theme) {
        this.map = map;
        this.query = query;
        this.columns = columns;
        this.theme = theme;
        double size = Math.min(theme.small().size(), columns.letters().size());
        this.numbers = new TextStyle(size, theme.ink(), false, Align.CENTRE);
    }

    /** None where no query is chosen. */
    double width() {
        return query < 0 ? 0 : theme.length(GAP) + map.rows() * stripe();
    }

    private double stripe() {
        return numbers.width(WIDEST);
    }

    void paint(Surface surface, Box body) {
        if (query < 0) {
            return;
        }
        double left = body.x() + columns.width() + theme.length(GAP);
        for (int row = 0; row < map.rows(); row++) {
            Colour colour = map.averaged() ? theme.ink() : theme.head(map.head(row));
            for (int key = 0; key < map.keys().size(); key++) {
                float weight = map.weight(row, query, key);
                if (weight > 0) {
                    Colour fill = colour.withOpacity(weight);
                    Box cell = new Box(left + row * stripe(), columns.keyBox(body, key).y(), stripe(), columns.row());
                    surface.rectangle(cell, fill);
                    surface.text(Percent.of(weight), cell.centreX(), numbers.baseLine(cell.centreY()),
                            numbers.coloured(theme.inkOn(fill)));
                }
            }
        }
    }
}
