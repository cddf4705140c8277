package org.vitrine.ui.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.vitrine.ui.drawing.TextStyle.Align;
import org.vitrine.ui.terminal.Figure;

/**
 * What the colours of a scale mean: a strip of all of them, with numbers below.
 *
 * @param title what the numbers are
 * @param ticks some of the numbers
 * @param colour the colour at a share of the strip's length, 0 to 1
 */
public record ScaleLegend(String title, List<Tick> ticks, DoubleFunction<Colour> colour) {
    private static final double LENGTH = 240;
    private static final double STRIP = 10;
    private static final double TICK = 4;
    private static final double GAP = 10;
    private static final int STEPS = 90;

    /** A number at a share of the strip's length, 0 to 1. */
    public record Tick(double share, String label) {
    }

    public ScaleLegend {
        ticks = List.copyOf(ticks);
    }

    /** The scale of {@link Theme#rank}. */
    public static ScaleLegend ranks(Theme theme) {
        List<Tick> ticks = new ArrayList<>();
        for (int rank = 1; rank < Palette.LAST_RANK; rank *= 10) {
            ticks.add(new Tick(Palette.rankShare(rank), Integer.toString(rank)));
        }
        ticks.add(new Tick(1, Palette.LAST_RANK + "+"));
        return new ScaleLegend("rank", ticks,
                share -> theme.rank((int) Math.round(Math.pow(Palette.LAST_RANK, share))));
    }

    /** The scale of {@link Theme#signed}, from −max to max. */
    public static ScaleLegend signed(Theme theme, String title, double max) {
        String most = Figure.of((float) max);
        return new ScaleLegend(title, List.of(new Tick(0, "−" + most), new Tick(0.5, "0"), new Tick(1, most)),
                share -> theme.signed(2 * share - 1, 1));
    }

    /** One colour that is seen through the more, the less there is of something. */
    public static ScaleLegend strength(String title, Colour colour, double max) {
        return new ScaleLegend(title, List.of(new Tick(0, "0"), new Tick(0.5, Figure.of((float) max / 2)),
                new Tick(1, Figure.of((float) max))), colour::withOpacity);
    }

    /** In points. */
    public double width(Theme theme) {
        double last = ticks.isEmpty() ? 0 : theme.small().width(ticks.getLast().label()) / 2;
        return left(theme) + theme.length(LENGTH) + last;
    }

    /** In points. */
    public double height(Theme theme) {
        return theme.length(STRIP + TICK) + theme.small().size() * 1.2;
    }

    /** Where the strip begins: after the title, and after half of the first number. */
    private double left(Theme theme) {
        double first = ticks.isEmpty() ? 0 : theme.small().width(ticks.getFirst().label()) / 2;
        return theme.small().width(title) + Math.max(theme.length(GAP), first);
    }

    /** Draws it with its upper left corner at a place. */
    public void paint(Surface surface, double x, double y, Theme theme) {
        Box strip = new Box(x + left(theme), y, theme.length(LENGTH), theme.length(STRIP));
        surface.text(title, x, theme.small().baseLine(strip.centreY()), theme.small());
        double step = strip.width() / STEPS;
        for (int i = 0; i < STEPS; i++) {
            // To the end of the strip, so that no ground shines through between two steps.
            surface.rectangle(new Box(strip.x() + i * step, y, strip.width() - i * step, strip.height()),
                    colour.apply(i / (STEPS - 1.0)).over(theme.ground()));
        }
        surface.outline(strip, theme.faint(), theme.length(0.5));
        for (Tick tick : ticks) {
            double place = strip.x() + tick.share() * strip.width();
            surface.line(new Line(place, strip.bottom(), place, strip.bottom() + theme.length(TICK)), theme.faint(),
                    theme.length(0.5));
            surface.text(tick.label(), place, strip.bottom() + theme.length(TICK) + theme.small().size(),
                    theme.small().aligned(Align.CENTRE));
        }
    }
}
