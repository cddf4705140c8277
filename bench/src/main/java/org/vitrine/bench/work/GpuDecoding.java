package org.vitrine.bench.work;

import java.io.IOException;
import org.vitrine.bench.report.GpuMeasurement;
import org.vitrine.bench.report.GpuMeasurement.First;
import org.vitrine.bench.report.Unit;
import org.vitrine.explain.check.Tolerance;
import org.vitrine.explain.check.TraceComparison;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Site;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;

/** distilgpt2 writes 64 tokens after a prompt of 128, greedily and with a cache; nothing is recorded. */
record GpuDecoding(String name) implements GpuWork {
    private static final int READ = 128;
    private static final int WRITTEN = 64;
    private static final TokenChooser GREEDY = TokenChooser.greedy();
    private static final TensorName SCORES = new TensorName(Stack.HEAD, TensorName.NO_LAYER, null, Site.LOGITS);

    /** A prompt that was read, and the token that the model writes next. */
    private record Prompt(Draft draft, int next) {
        static Prompt read(Gpt2 model) {
            Draft draft = Draft.of(model);
            int next = GREEDY.choose(draft.read(Lab.ids(READ, model.config().vocabulary())));
            return new Prompt(draft, next);
        }

        void write() {
            Draft text = draft.fork();
            int token = next;
            for (int n = 0; n < WRITTEN; n++) {
                token = GREEDY.choose(text.read(token));
            }
        }
    }

    @Override
    public GpuMeasurement measure(Accelerator accelerator, Lab lab) throws IOException {
        OpenDevice device = OpenDevice.open(accelerator, lab.ops());
        Gpt2 model = lab.models().freshGpt2(device.ops());
        long start = System.nanoTime();
        Prompt onDevice = Prompt.read(model);
        onDevice.write();
        First first = new First((device.milliseconds() + Timing.milliseconds(start)) / 1e3,
                device.compilingMilliseconds() / 1e3);
        Prompt onCpu = Prompt.read(lab.models().freshGpt2(lab.ops()));
        double[] medians = Timing.medians(lab.effort().few(), onDevice::write, onCpu::write);
        TraceComparison comparison = compare(onCpu, onDevice);
        device.requireWorking();
        return new GpuMeasurement(name, Unit.TOKENS_PER_SECOND, Double.NaN, rate(medians[0]), rate(medians[1]), first,
                GpuPass.difference(comparison));
    }

    private static double rate(double milliseconds) {
        return WRITTEN / milliseconds * 1e3;
    }

    /** Both read what the CPU writes, so that one choice between two equal scores does not lead them to different texts. */
    private static TraceComparison compare(Prompt expected, Prompt found) {
        Draft one = expected.draft().fork();
        Draft two = found.draft().fork();
        TraceComparison worst = null;
        int token = expected.next();
        for (int n = 0; n < WRITTEN; n++) {
            float[] scores = one.read(token);
            TraceComparison step = TraceComparison.of(trace(scores), trace(two.read(token)), Tolerance.DEVICE);
            worst = worst == null ? step : worst.worse(step);
            token = GREEDY.choose(scores);
        }
        return worst;
    }

    private static Trace trace(float[] scores) {
        Recording recording = Recording.everything();
        recording.keep(SCORES, Tensor.of(scores, 1, scores.length));
        return recording.trace();
    }
}
