package org.vitrine.ui.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * What single colours mean: squares with a word beside each, in as many lines as they need.
 *
 * @param title what they are; may be empty
 */
public record KeyLegend(String title, List<Key> keys) {
    private static final double SQUARE = 10;
    private static final double GAP = 5;
    private static final double BETWEEN = 14;
    private static final double LINE = 1.7;

    /** A colour and what it means. */
    public record Key(Colour colour, String meaning) {
    }

    private record Placed(Key key, double x, int line) {
    }

    public KeyLegend {
        keys = List.copyOf(keys);
    }

    /** Heads by their numbers. */
    public static KeyLegend heads(Theme theme, List<Integer> heads) {
        return new KeyLegend("head",
                heads.stream().map(head -> new Key(theme.head(head), Integer.toString(head))).toList());
    }

    /** In points. */
    public double height(double room, Theme theme) {
        List<Placed> placed = placed(room, theme);
        return (placed.isEmpty() ? 0 : placed.getLast().line() + 1) * line(theme);
    }

    /** Draws it with its upper left corner at a place, as wide as the room at most if a single word is not wider. */
    public void paint(Surface surface, Box room, Theme theme) {
        if (!keys.isEmpty()) {
            surface.text(title, room.x(), theme.small().baseLine(room.y() + line(theme) / 2), theme.small());
        }
        double side = theme.length(SQUARE);
        for (Placed each : placed(room.width(), theme)) {
            double x = room.x() + each.x();
            double middle = room.y() + (each.line() + 0.5) * line(theme);
            surface.rectangle(new Box(x, middle - side / 2, side, side), each.key().colour());
            surface.text(each.key().meaning(), x + side + theme.length(GAP), theme.small().baseLine(middle),
                    theme.small());
        }
    }

    private List<Placed> placed(double room, Theme theme) {
        List<Placed> placed = new ArrayList<>();
        double start = title.isEmpty() ? 0 : theme.small().width(title) + theme.length(BETWEEN);
        double x = start;
        int line = 0;
        for (Key key : keys) {
            double width = theme.length(SQUARE + GAP) + theme.small().width(key.meaning());
            if (x > start && x + width > room) {
                x = start;
                line++;
            }
            placed.add(new Placed(key, x, line));
            x += width + theme.length(BETWEEN);
        }
        return placed;
    }

    private static double line(Theme theme) {
        return theme.small().size() * LINE;
    }
}
