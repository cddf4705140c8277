package org.vitrine.bench.work;

import java.io.IOException;
import org.vitrine.bench.report.GpuMeasurement;
import org.vitrine.bench.report.GpuMeasurement.Difference;
import org.vitrine.bench.report.GpuMeasurement.First;
import org.vitrine.bench.report.Unit;
import org.vitrine.explain.check.TensorDifference;
import org.vitrine.explain.check.Tolerance;
import org.vitrine.explain.check.TraceComparison;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.Accelerator;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.transformer.trace.Trace;

/** One forward pass on the device and on the CPU. */
record GpuPass(String name, Preparation preparation) implements GpuWork {
    /** Loads what the pass needs. */
    @FunctionalInterface
    interface Preparation {
        Forward prepare(Models models, Ops ops) throws IOException;
    }

    /** The pass itself. */
    @FunctionalInterface
    interface Forward {
        Tensor apply(Recorder recorder);
    }

    /** BERT without heads but the pooler, all tokens in the first segment. */
    static GpuPass bert(int tokens) {
        return new GpuPass("bert-base-" + tokens, (models, ops) -> {
            Bert model = models.freshBert(ops);
            int[] ids = Lab.ids(tokens, model.config().vocabulary());
            int[] segments = new int[tokens];
            return recorder -> model.forward(ids, segments, recorder);
        });
    }

    /** GPT-2 reads a text at once; the scores of all tokens. */
    static GpuPass gpt2(int tokens) {
        return new GpuPass("distilgpt2-" + tokens, (models, ops) -> {
            Gpt2 model = models.freshGpt2(ops);
            int[] ids = Lab.ids(tokens, model.config().vocabulary());
            return recorder -> model.forward(ids, recorder);
        });
    }

    /** A pass on one back end. */
    private record Pass(Ops ops, Forward forward) {
        /** Every tensor, on the host. */
        Trace trace() {
            Recording recording = Recording.everything();
            forward.apply(recording);
            Trace trace = recording.trace();
            ops.fetch(trace.tensors());
            return trace;
        }

        /** The result alone, on the host. */
        float[] result() {
            return forward.apply(Recorder.off()).data();
        }
    }

    /** The first trace, which is compared at once: two of them are as much as the heap should hold. */
    private record FirstTrace(double milliseconds, TraceComparison comparison) {
        static FirstTrace of(Pass device, Pass cpu) {
            long start = System.nanoTime();
            Trace trace = device.trace();
            double milliseconds = Timing.milliseconds(start);
            return new FirstTrace(milliseconds, TraceComparison.of(cpu.trace(), trace, Tolerance.DEVICE));
        }
    }

    @Override
    public GpuMeasurement measure(Accelerator accelerator, Lab lab) throws IOException {
        OpenDevice device = OpenDevice.open(accelerator, lab.ops());
        Pass onDevice = new Pass(device.ops(), preparation.prepare(lab.models(), device.ops()));
        Pass onCpu = new Pass(lab.ops(), preparation.prepare(lab.models(), lab.ops()));
        FirstTrace trace = FirstTrace.of(onDevice, onCpu);
        device.requireWorking();
        First first = new First((device.milliseconds() + trace.milliseconds()) / 1e3,
                device.compilingMilliseconds() / 1e3);
        double[] medians = Timing.medians(lab.effort().few(), onDevice::trace, onDevice::result, onCpu::trace);
        TraceComparison last = TraceComparison.of(onCpu.trace(), onDevice.trace(), Tolerance.DEVICE);
        device.requireWorking();
        return new GpuMeasurement(name, Unit.MILLISECONDS, medians[0], medians[1], medians[2], first,
                difference(trace.comparison().worse(last)));
    }

    static Difference difference(TraceComparison comparison) {
        TensorDifference largest = comparison.largest().orElseThrow();
        return new Difference(largest.largest(), largest.name().toString(), comparison.share());
    }
}
