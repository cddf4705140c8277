package org.vitrine.bench.work;

import static org.vitrine.bench.work.Timing.milliseconds;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.vitrine.bench.report.Measurement;
import org.vitrine.bench.report.Unit;
import org.vitrine.explain.factors.ActivationFactorizer;
import org.vitrine.explain.factors.ActivationMatrix;
import org.vitrine.explain.factors.RandomStart;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.generate.Generator;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.CancelledException;
import org.vitrine.transformer.trace.Recording;

/** How long a run goes on after its thread was interrupted, at random moments of the run. */
record CancelWork(String name, Preparation preparation) implements Work {
    private static final int CANCELLATIONS = 200;
    private static final int WRITTEN = 64;

    /** Loads what the run needs. */
    @FunctionalInterface
    interface Preparation {
        Runnable prepare(Lab lab) throws IOException;
    }

    static CancelWork bert(int tokens) {
        return new CancelWork("cancel-bert-base-" + tokens, lab -> {
            Bert model = lab.models().bert(lab.ops());
            int[] ids = Lab.ids(tokens, model.config().vocabulary());
            return () -> model.forward(ids, new int[tokens], Recording.everything());
        });
    }

    static CancelWork gpt2(int tokens) {
        return new CancelWork("cancel-distilgpt2-" + tokens, lab -> {
            Gpt2 model = lab.models().gpt2(Models.Size.DISTILGPT2, lab.ops());
            int[] ids = Lab.ids(tokens, model.config().vocabulary());
            return () -> model.forward(ids, Recording.everything());
        });
    }

    static CancelWork gpt2Decoding() {
        return new CancelWork("cancel-distilgpt2-decode", lab -> {
            Gpt2 model = lab.models().gpt2(Models.Size.DISTILGPT2, lab.ops());
            int[] ids = Lab.ids(WRITTEN, model.config().vocabulary());
            return () -> new Generator(Draft.of(model)).generate(ids, WRITTEN, TokenChooser.greedy(), -1, id -> {});
        });
    }

    static CancelWork bart(int tokens) {
        return new CancelWork("cancel-bart-large-" + tokens, lab -> {
            Bart model = lab.models().bart(lab.ops());
            int[] ids = Lab.ids(tokens, model.config().vocabulary());
            return () -> model.forward(ids, ids, Recording.everything());
        });
    }

    static CancelWork factors() {
        return new CancelWork("cancel-nmf", lab -> {
            ActivationMatrix x = FactorsWork.activations();
            ActivationFactorizer factorizer = new ActivationFactorizer(lab.ops(), new RandomStart(0), 0, 20);
            return () -> factorizer.factors(x, FactorsWork.COMPONENTS, iteration -> {});
        });
    }

    @Override
    public List<Measurement> measure(Lab lab) throws IOException {
        Runnable run = preparation.prepare(lab);
        double whole = Timing.medians(lab.effort().few(), run)[0];
        SplittableRandom random = new SplittableRandom(1);
        double[] times = new double[Math.min(CANCELLATIONS, 40 * lab.effort().runs())];
        for (int i = 0; i < times.length; i++) {
            do {
                times[i] = cancelled(run, random.nextDouble(whole));
            } while (Double.isNaN(times[i])); // it was done already
        }
        return List.of(Measurement.of(name, Unit.MILLISECONDS).withUntraced(Timing.median(times))
                .with("the longest of " + times.length, Arrays.stream(times).max().orElseThrow(), "ms")
                .with("a whole run", whole, "ms"));
    }

    /** Milliseconds from the interrupt, so long after the start, to the end of the run; NaN if it ended by itself. */
    private static double cancelled(Runnable run, double moment) {
        double[] end = {Double.NaN};
        long start = System.nanoTime();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                run.run();
            } catch (CancelledException e) {
                end[0] = milliseconds(start);
            }
        });
        while (milliseconds(start) < moment) {
            LockSupport.parkNanos(100_000);
        }
        double interrupted = milliseconds(start);
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return end[0] - interrupted;
    }
}
