package org.vitrine.bench;

import static org.vitrine.bench.Timing.milliseconds;
import static org.vitrine.bench.Timing.row;

import java.util.Arrays;
import java.util.Random;
import org.vitrine.explain.factors.ActivationFactorizer;
import org.vitrine.explain.factors.ActivationFactors;
import org.vitrine.explain.factors.ActivationMatrix;
import org.vitrine.explain.factors.NndsvdStart;
import org.vitrine.explain.factors.RandomStart;
import org.vitrine.transformer.ops.Ops;
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
final class FactorsBench {
    private static final int TOKENS = 363;
    private static final int LAYERS = 12;
    private static final int NEURONS = 3072;
    private static final int COMPONENTS = 8;
    /** One such run compiles all there is to compile, and takes seconds. */
    private static final int RUNS = 3;

    private FactorsBench() {
    }

    static void run(Ops ops) {
        Trace trace = trace();
        String work = "nmf-" + TOKENS + "x" + LAYERS * NEURONS + "-" + COMPONENTS;
        ActivationMatrix x = ActivationMatrix.of(trace, Stack.ENCODER, 0, LAYERS);
        ActivationFactorizer factorizer = new ActivationFactorizer(ops, new RandomStart(0));
        double[] times = new double[RUNS];
        int iterations = 0;
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            ActivationFactors factors = factorizer.factors(x, COMPONENTS, iteration -> {
            });
            times[i] = milliseconds(start);
            iterations = factors.iterations();
        }
        Arrays.sort(times);
        row(work + ", " + iterations + " iterations", times[RUNS / 2], "ms");
        long start = System.nanoTime();
        new NndsvdStart().guess(x, COMPONENTS, ops);
        row(work + ", a start from singular vectors", milliseconds(start), "ms");
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
