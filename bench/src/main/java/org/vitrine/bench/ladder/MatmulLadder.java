package org.vitrine.bench.ladder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vitrine.bench.RandomTensor;
import org.vitrine.bench.probe.FmaProbe;
import org.vitrine.transformer.tensor.Tensor;

/** Times every rung on one product and prints a table. {@code bench/ladder} starts it; {@code bench/LADDER.md} explains it. */
public final class MatmulLadder {
    private static final String USAGE = """
            bench/ladder [T IN OUT] times x·W, [T, IN] times [IN, OUT], in ten ways.
            T is 1 or more rows, IN and OUT are 1 or more; without them 128 768 3072, BERT-base's first MLP matrix.""";
    private static final int WRONG_USAGE = 2;
    private static final int PEAK_STEPS = 1_000_000;
    private static final int PEAK_ROUNDS = 100;
    /** In each of the two factors and the result: with four copies of W they fit into 4 GB. */
    private static final long MOST_NUMBERS = 1L << 27;

    private MatmulLadder() {
    }

    /** All ways to multiply, each built on the one before it. */
    static List<Rung> rungs() {
        // With vectors of 256 bits there are 16 registers, too few for twelve rows.
        RegisterBlock best = RegisterBlock.SPECIES.vectorBitSize() == 512 ? new TwelveRows() : new SixRows();
        return List.of(new NaiveLoops(), new PackedPanels(), new SwappedLoops(), new CompilerVectors(), new OneRow(),
                new FourRows(), new SixRows(), new TwelveRows(), new Threads(best), new VectorOpsLinear());
    }

    /** Takes T, in and out, or nothing. */
    public static void main(String[] args) {
        int[] sizes = {128, 768, 3072};
        if (args.length != 0) {
            sizes = sizes(args);
        }
        if (sizes.length == 0) {
            System.err.println(USAGE);
            System.exit(WRONG_USAGE);
        }
        climb(sizes[0], sizes[1], sizes[2]);
    }

    /** What the arguments say; nothing where they say nothing that can be timed. */
    static int[] sizes(String[] args) {
        try {
            int[] sizes = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
            if (sizes.length == 3 && Arrays.stream(sizes).allMatch(size -> size > 0)
                    && (long) sizes[0] * sizes[1] <= MOST_NUMBERS && (long) sizes[1] * sizes[2] <= MOST_NUMBERS
                    && (long) sizes[0] * sizes[2] <= MOST_NUMBERS) {
                return sizes;
            }
        } catch (NumberFormatException e) {
            // not a size
        }
        return new int[0];
    }

    private static void climb(int rows, int inputs, int outputs) {
        Tensor x = RandomTensor.of(1, rows, inputs);
        Matrix w = Matrix.of(RandomTensor.of(2, inputs, outputs));
        int processors = Runtime.getRuntime().availableProcessors();
        double peak = FmaProbe.gflops(1, PEAK_STEPS, PEAK_ROUNDS);
        double peakOfAll = FmaProbe.gflops(processors, PEAK_STEPS, PEAK_ROUNDS);
        print("[%d, %d] times [%d, %d] in float; vectors of %d bits", rows, inputs, inputs, outputs,
                RegisterBlock.SPECIES.vectorBitSize());
        print("Peak, measured without memory: %.1f GFLOP/s with 1 thread, %.1f with %d", peak, peakOfAll, processors);
        print("%n%-34s %9s %9s %9s %8s", "rung", "ms", "GFLOP/s", "x faster", "of peak");
        Tensor definition = rungs().getFirst().multiply(x, w);
        double first = Double.NaN;
        for (Rung rung : rungs()) {
            requireSame(rung, rung.multiply(x, w), definition);
            double seconds = Stopwatch.median(() -> rung.multiply(x, w));
            first = Double.isNaN(first) ? seconds : first;
            double speed = 2.0 * rows * inputs * outputs / seconds / 1e9;
            print("%-34s %9.2f %9.2f %9.1f %6.1f %%", rung.name(), seconds * 1e3, speed, first / seconds,
                    100 * speed / (rung.threads() == 1 ? peak : peakOfAll));
        }
        print("%nWhat changes from one to the next (more in bench/LADDER.md):");
        rungs().forEach(rung -> print("- %s: %s", rung.name(), rung.change()));
    }

    /** A fast way to a wrong result is no rung. */
    private static void requireSame(Rung rung, Tensor y, Tensor definition) {
        int difference = Arrays.mismatch(y.data(), definition.data());
        if (difference >= 0) {
            throw new IllegalStateException("'" + rung.name() + "' gives " + y.data()[difference] + " as number "
                    + difference + " of the result, where the definition gives " + definition.data()[difference]);
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
