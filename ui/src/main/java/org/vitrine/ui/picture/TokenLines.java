package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Sketch;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.drawing.TokenChip;

/**
 * A passage as chips with their positions above, in lines.
 *
 * @param room how long a line may be, in points
 */
record TokenLines(Theme theme, double room) {
    private static final int MOST_LINES = 3;
    private static final double GAP = 4;
    /** What stands where no token stands yet. */
    private static final String BLANK = "____";

    /**
     * The chips; of a long passage only the lines before the place.
     *
     * @param typed how many tokens were given; those after them are marked with a plus
     * @param position the place that is predicted, outlined, at most one beyond the tokens; −1 for none
     */
    Sketch of(List<String> tokens, int typed, int position) {
        List<String> shown = new ArrayList<>(tokens);
        if (position >= tokens.size()) {
            shown.add(BLANK);
        }
        List<Integer> ends = ends(shown);
        int last = lineOf(position < 0 ? shown.size() - 1 : position, ends);
        int first = Math.max(0, last - MOST_LINES + 1);
        Sketch sketch = new Sketch();
        if (first > 0) {
            sketch.text("… the first " + ends.get(first - 1) + " tokens are not shown", 0, theme.small().size(),
                    theme.small());
        }
        for (int line = first; line <= last; line++) {
            Sketch chips = new Sketch();
            double x = 0;
            for (int i = line == 0 ? 0 : ends.get(line - 1); i < ends.get(line); i++) {
                x = chip(chips, x, new Place(shown.get(i), i, i >= typed && i < tokens.size()), i == position);
            }
            sketch.below(theme.length(GAP), chips);
        }
        if (typed < tokens.size()) {
            sketch.text("+ written by the model", 0, sketch.bottom() + theme.length(GAP) + theme.small().size(),
                    theme.small());
        }
        return sketch;
    }

    /** A token, where it stands, and whether the model wrote it. */
    private record Place(String token, int position, boolean written) {
        String label() {
            return (written ? "+" : "") + position;
        }
    }

    /** Draws a chip and says where the next one begins. */
    private double chip(Sketch sketch, double x, Place place, boolean predicted) {
        double top = theme.small().size() * 1.3;
        Box box = new Box(x, top, width(place), chip(place.token()).height());
        sketch.text(place.label(), box.centreX(), theme.small().size(), theme.small().aligned(Align.CENTRE));
        chip(place.token()).paint(sketch, box, theme.faint().withOpacity(0.12));
        if (predicted) {
            sketch.outline(box, theme.ink(), theme.length(1.5));
        }
        return box.right() + theme.length(GAP);
    }

    private double width(Place place) {
        return Math.max(chip(place.token()).width(), theme.small().width(place.label()));
    }

    private TokenChip chip(String token) {
        return new TokenChip(token, theme.text().aligned(Align.CENTRE));
    }

    /** Where each line ends, exclusive. */
    private List<Integer> ends(List<String> tokens) {
        List<Integer> ends = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < tokens.size(); i++) {
            double width = width(new Place(tokens.get(i), i, true));
            if (x > 0 && x + width > room) {
                ends.add(i);
                x = 0;
            }
            x += width + theme.length(GAP);
        }
        ends.add(tokens.size());
        return ends;
    }

    private static int lineOf(int position, List<Integer> ends) {
        int line = 0;
        while (ends.get(line) <= position) {
            line++;
        }
        return line;
    }
}
