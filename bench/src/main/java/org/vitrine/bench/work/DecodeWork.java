package org.vitrine.bench.work;

import java.io.IOException;
import java.util.List;
import org.vitrine.bench.probe.BandwidthProbe;
import org.vitrine.bench.probe.Peak;
import org.vitrine.bench.report.Measurement;
import org.vitrine.bench.report.Unit;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.generate.Generator;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.gpt2.Gpt2Config;

/**
 * GPT-2 writes on, greedily and with a cache: 16 tokens are read, 64 written, nothing is recorded. A checkpoint with
 * numbers of 16 bits takes turns with the same one of 32.
 */
record DecodeWork(String name, Models.Size size, int bytesPerNumber) implements Work {
    private static final int READ = 16;
    private static final int WRITTEN = 64;

    @Override
    public List<Measurement> measure(Lab lab) throws IOException {
        Gpt2 model = lab.models().gpt2(size, lab.ops());
        Measurement measurement = Measurement.of(name, Unit.TOKENS_PER_SECOND)
                .withBytes(bytesPerNumber * numbers(model.config()));
        if (size == Models.Size.DISTILGPT2) {
            return List.of(besideMemory(measurement, model, lab));
        }
        Gpt2 wide = lab.models().gpt2(Models.Size.DISTILGPT2, lab.ops());
        double[] medians = Timing.medians(lab.effort(), () -> write(model), () -> write(wide));
        return List.of(measurement.withUntraced(rate(medians[0]))
                .with(Measurement.RATE_TO_FLOAT32, medians[1] / medians[0], "")
                .with("float32 in turns with it", rate(medians[1]), Unit.TOKENS_PER_SECOND.symbol()));
    }

    /** What memory gives changes from one minute to the next, so it is read in turns with the writing. */
    private static Measurement besideMemory(Measurement measurement, Gpt2 model, Lab lab) {
        try (BandwidthProbe memory = new BandwidthProbe(lab.threads(), Peak.FLOATS)) {
            double[] medians = Timing.medians(lab.effort(), () -> write(model), memory::read);
            return measurement.withUntraced(rate(medians[0]))
                    .with(Measurement.MEMORY_BESIDE, memory.gigabytesPerSecond(medians[1] / 1e3), "GB/s");
        }
    }

    private static double rate(double milliseconds) {
        return WRITTEN / milliseconds * 1e3;
    }

    private static void write(Gpt2 model) {
        int[] prompt = Lab.ids(READ, model.config().vocabulary());
        int written = new Generator(Draft.of(model)).generate(prompt, WRITTEN, TokenChooser.greedy(), -1, id -> {})
                .written().size();
        if (written != WRITTEN) {
            throw new IllegalStateException("only " + written + " tokens were written");
        }
    }

    /** All weights that one token reads: those of the layers, and the token table, which is the head, once. */
    static long numbers(Gpt2Config config) {
        long d = config.width();
        long f = config.neurons();
        long layer = 4 * d * d + 4 * d + 2 * d * f + f + d + 4 * d;
        return config.layers() * layer + 2 * d + d * config.vocabulary();
    }
}
