package org.vitrine.ui.picture;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Wrap;

/**
 * What all these pictures have in common: a title, below it the model and the text, then the body, then the key to it and
 * remarks. Whatever the body's size, the words are broken into lines that fit.
 */
final class Sheet {
    private static final double MARGIN = 20;
    private static final double GAP = 14;
    private static final double LEAST_WIDTH = 540;
    private static final double LEADING = 1.4;
    /** Lines of a long text that are shown below the title. */
    private static final int MOST_LINES = 3;

    /**
     * The words around a body.
     *
     * @param title what is shown
     * @param about the model and the text
     * @param notes remarks below the key
     */
    record Words(String title, String about, List<String> notes) {
        Words {
            notes = List.copyOf(notes);
        }
    }

    private final Theme theme;
    private final Key key;
    private final String name;
    private final List<String> title;
    private final List<String> about;
    private final List<String> notes = new ArrayList<>();
    private final double inner;
    private final Box body;

    Sheet(Theme theme, Words words, Key key, double bodyWidth, double bodyHeight) {
        this.theme = theme;
        this.key = key;
        this.name = words.title() + ": " + Chip.line(words.about());
        this.inner = Math.max(bodyWidth, theme.length(LEAST_WIDTH));
        this.title = lines(words.title(), theme.title(), Integer.MAX_VALUE);
        this.about = lines(Chip.line(words.about()), theme.text(), MOST_LINES);
        words.notes().forEach(note -> notes.addAll(lines(note, theme.small(), Integer.MAX_VALUE)));
        double top = theme.length(MARGIN) + height(title, theme.title()) + height(about, theme.text())
                + theme.length(GAP);
        this.body = new Box(theme.length(MARGIN), top, bodyWidth, bodyHeight);
    }

    /** The name of the picture. */
    String title() {
        return name;
    }

    double width() {
        return inner + theme.length(2 * MARGIN);
    }

    double height() {
        return body.bottom() + theme.length(GAP) + key.height(theme, inner)
                + (notes.isEmpty() ? 0 : theme.length(GAP / 2)) + height(notes, theme.small()) + theme.length(MARGIN);
    }

    /** Where the body is. */
    Box body() {
        return body;
    }

    /** The ground and the words; the body is painted after it. */
    void paint(Surface surface) {
        surface.rectangle(new Box(0, 0, width(), height()), theme.ground());
        double y = paint(surface, title, theme.length(MARGIN), theme.title());
        paint(surface, about, y, theme.text());
        double foot = body.bottom() + theme.length(GAP);
        double keyHeight = key.height(theme, inner);
        key.paint(surface, new Box(body.x(), foot, inner, keyHeight), theme);
        paint(surface, notes, foot + keyHeight + theme.length(GAP / 2), theme.small());
    }

    private double paint(Surface surface, List<String> lines, double top, TextStyle style) {
        double y = top;
        for (String line : lines) {
            surface.text(line, body.x(), style.baseLine(y + LEADING * style.size() / 2), style);
            y += LEADING * style.size();
        }
        return y;
    }

    private static double height(List<String> lines, TextStyle style) {
        return lines.size() * LEADING * style.size();
    }

    private List<String> lines(String text, TextStyle style, int most) {
        int columns = (int) (inner / style.width("x"));
        List<String> all = Wrap.words(text, columns).stream().map(line -> Label.cut(line, columns)).toList();
        if (all.size() <= most) {
            return all;
        }
        List<String> some = new ArrayList<>(all.subList(0, most));
        some.set(most - 1, Label.cut(some.getLast() + " …", columns));
        return some;
    }
}
