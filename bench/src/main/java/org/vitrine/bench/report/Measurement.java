package org.vitrine.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured of one work. A number that was not measured is NaN.
 *
 * @param work its name
 * @param unit of the next two
 * @param traced with every intermediate recorded
 * @param untraced with nothing recorded, or where nothing is there to be recorded
 * @param flops floating-point operations of its matrix products, 0 where nobody counts them
 * @param bytes of weights that one token reads, 0 where nobody counts them
 * @param figures more about it
 */
public record Measurement(String work, Unit unit, double traced, double untraced, long flops, long bytes,
        List<Figure> figures) {
    /** The name of a figure: how much quicker a text is written than with weights of 32 bits. */
    public static final String RATE_TO_FLOAT32 = "rate / float32's";

    /** The name of a figure: what was read from memory, in billions of bytes a second, in turns with the work. */
    public static final String MEMORY_BESIDE = "memory read in turns with it";

    public Measurement {
        figures = List.copyOf(figures);
    }

    /** Nothing measured yet. */
    public static Measurement of(String work, Unit unit) {
        return new Measurement(work, unit, Double.NaN, Double.NaN, 0, 0, List.of());
    }

    /** The same with a number for everything recorded. */
    public Measurement withTraced(double value) {
        return new Measurement(work, unit, value, untraced, flops, bytes, figures);
    }

    /** The same with a number for nothing recorded. */
    public Measurement withUntraced(double value) {
        return new Measurement(work, unit, traced, value, flops, bytes, figures);
    }

    /** The same with the operations of one pass. */
    public Measurement withFlops(long count) {
        return new Measurement(work, unit, traced, untraced, count, bytes, figures);
    }

    /** The same with the bytes of weights that one token reads. */
    public Measurement withBytes(long count) {
        return new Measurement(work, unit, traced, untraced, flops, count, figures);
    }

    /** The same with one more figure. */
    public Measurement with(String name, double value, String figureUnit) {
        List<Figure> more = new ArrayList<>(figures);
        more.add(new Figure(name, value, figureUnit));
        return new Measurement(work, unit, traced, untraced, flops, bytes, more);
    }

    /** The figure of that name. */
    public OptionalDouble figure(String name) {
        return figures.stream().filter(each -> each.name().equals(name)).mapToDouble(Figure::value).findFirst();
    }

    /** What recording adds to the time, in percent. */
    public double recordingPercent() {
        return 100 * (traced - untraced) / untraced;
    }

    /** Billions of operations a second, of the pass with nothing recorded where there is one. */
    public double gflops() {
        double milliseconds = Double.isNaN(untraced) ? traced : untraced;
        return unit == Unit.MILLISECONDS && flops > 0 ? flops / milliseconds / 1e6 : Double.NaN;
    }

    /** Billions of bytes of weights that are read a second. */
    public double gigabytesPerSecond() {
        return unit == Unit.TOKENS_PER_SECOND && bytes > 0 ? bytes * untraced / 1e9 : Double.NaN;
    }
}
