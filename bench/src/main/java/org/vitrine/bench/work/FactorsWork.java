package org.vitrine.bench.work;

import static org.vitrine.bench.work.Timing.milliseconds;

import java.util.List;
import java.util.Random;
import org.vitrine.bench.report.Measurement;
import org.vitrine.bench.report.Unit;
import org.vitrine.explain.factors.ActivationFactorizer;
import org.vitrine.explain.factors.ActivationMatrix;
import org.vitrine.explain.factors.NndsvdStart;
import org.vitrine.explain.factors.RandomStart;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Part;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/**
 * Factorises normal random numbers of the size of bert-base's activations at a page of text. They have no groups, so all 500
 * iterations are gone through.
 */
record FactorsWork(String name) implements Work {
    private static final int TOKENS = 363;
    private static final int LAYERS = 12;
    private static final int NEURONS = 3072;
    static final int COMPONENTS = 8;
    /** One such run compiles all there is to compile, and takes seconds. */
    private static final int RUNS = 3;

    @Override
    public List<Measurement> measure(Lab lab) {
        ActivationMatrix x = activations();
        ActivationFactorizer factorizer = new ActivationFactorizer(lab.ops(), new RandomStart(0));
        double[] times = new double[Math.min(RUNS, lab.effort().runs())];
        int iterations = 0;
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            iterations = factorizer.factors(x, COMPONENTS, iteration -> {
            }).iterations();
            times[i] = milliseconds(start);
        }
        long start = System.nanoTime();
        new NndsvdStart().guess(x, COMPONENTS, lab.ops());
        double guess = milliseconds(start);
        double milliseconds = Timing.median(times);
        return List.of(Measurement.of(name, Unit.MILLISECONDS).withUntraced(milliseconds)
                .with("iterations", iterations, "").with("one iteration", milliseconds / iterations, "ms")
                .with("a start from singular vectors", guess, "ms"));
    }

    static ActivationMatrix activations() {
        return ActivationMatrix.of(trace(), Stack.ENCODER, 0, LAYERS);
    }

    private static Trace trace() {
        Random random = new Random(7);
        Recording recording = Recording.everything();
        for (int layer = 0; layer < LAYERS; layer++) {
            float[] act = new float[TOKENS * NEURONS];
            for (int i = 0; i < act.length; i++) {
                act[i] = (float) random.nextGaussian();
            }
            recording.keep(TensorName.of(Stack.ENCODER, layer, Part.MLP, Site.ACT), Tensor.of(act, TOKENS, NEURONS));
        }
        return recording.trace();
    }
}
