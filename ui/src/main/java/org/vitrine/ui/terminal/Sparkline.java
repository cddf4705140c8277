package org.vitrine.ui.terminal;

/** Numbers in a row as small bars: how something rises and falls along a text. */
public final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String ASCII = "_.:-=+*#";

    private Sparkline() {
    }

    /** How many neighbours share a bar, so that a row of numbers fits: at least 1. */
    public static int folding(int numbers, int columns) {
        return Math.max(1, Math.ceilDiv(numbers, columns));
    }

    /**
     * A bar for each number, or for the greatest of some neighbours.
     *
     * @param numbers 0 and below have the lowest bar, the greatest the highest
     * @param folding how many neighbours share a bar
     */
    public static String of(float[] numbers, int folding, Terminal terminal) {
        String bars = terminal.unicode() ? BLOCKS : ASCII;
        float peak = greatest(numbers, 0, numbers.length);
        StringBuilder line = new StringBuilder();
        for (int from = 0; from < numbers.length; from += folding) {
            float height = greatest(numbers, from, Math.min(numbers.length, from + folding));
            line.append(bars.charAt(peak > 0 ? Math.round(height / peak * (bars.length() - 1)) : 0));
        }
        return line.toString();
    }

    /** The greatest of some numbers; 0 if all are below. */
    private static float greatest(float[] numbers, int from, int to) {
        float greatest = 0;
        for (int i = from; i < to; i++) {
            greatest = Math.max(greatest, numbers[i]);
        }
        return greatest;
    }
}
