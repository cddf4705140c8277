package org.vitrine.ui.terminal;

import java.util.List;

/**
 * A scale of grounds for cells that hold a number, in steps.
 *
 * @param title what the numbers are
 * @param steps in rising order; each holds from its number on
 */
public record ColourSteps(String title, List<Step> steps) {
    /**
     * The better a rank, the darker, in steps of about ten, as a rank's meaning is. The range is that of Ecco's heat map, 1 to
     * 5000 and beyond.
     */
    public static final ColourSteps RANKS = new ColourSteps("rank", List.of(new Step(1, "1", "1;38;5;231;48;5;53"),
            new Step(2, "2", "38;5;231;48;5;90"), new Step(10, "10", "38;5;231;48;5;133"),
            new Step(100, "100", "38;5;16;48;5;176"), new Step(1000, "1000", "38;5;16;48;5;219"),
            new Step(5000, "5000+", "38;5;16;48;5;225")));

    /** The more of a whole that goes one way, such as an attention weight, the darker a blue. Little has no colour. */
    public static final ColourSteps SHARES = new ColourSteps("share", List.of(new Step(0, "0 %", ""),
            new Step(0.1, "10 %", "38;5;16;48;5;189"), new Step(0.25, "25 %", "38;5;16;48;5;153"),
            new Step(0.5, "50 %", "38;5;16;48;5;75"), new Step(0.75, "75 %", "38;5;231;48;5;26"),
            new Step(0.9, "90 %", "1;38;5;231;48;5;18")));

    public ColourSteps {
        steps = List.copyOf(steps);
    }

    /**
     * A colour.
     *
     * @param from the least number that has it
     * @param label that number, as people read it
     * @param style how to paint it
     */
    public record Step(double from, String label, Style style) {
        private Step(double from, String label, String code) {
            this(from, label, new Style(code, !code.isEmpty()));
        }
    }

    /** How to paint a number. */
    public Style style(double number) {
        Step found = steps.getFirst();
        for (Step step : steps) {
            if (number >= step.from) {
                found = step;
            }
        }
        return found.style;
    }

    /** All colours with the numbers at which they begin, in one line. */
    public String legend(Terminal terminal) {
        StringBuilder legend = new StringBuilder(title);
        for (Step step : steps) {
            legend.append(' ').append(terminal.paint(step.style, " " + step.label + " "));
        }
        return legend.append("  (each colour from that " + title + " on)").toString();
    }
}
