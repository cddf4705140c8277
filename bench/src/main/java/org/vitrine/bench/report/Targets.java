package org.vitrine.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vitrine.bench.report.Target.Verdict;

/** All targets. */
final class Targets {
    private static final String EAGER = "torch-eager-everything";
    private static final String ONNX = "onnxruntime-nothing";
    private static final List<Target> ALL = all();

    private Targets() {
    }

    /** What became of the targets of a row's work. */
    static List<Verdict> of(Run.Row row) {
        return ALL.stream().flatMap(target -> target.verdict(row).stream()).toList();
    }

    private static List<Target> all() {
        List<Target> all = new ArrayList<>();
        for (String work : List.of("bert-base-128", "bert-base-512", "distilgpt2-prefill-128",
                "distilgpt2-prefill-1024")) {
            all.add(most(work, "traced / " + EAGER, 0.8, row -> row.tracedBy(EAGER)));
            all.add(most(work, "traced / " + ONNX, 1, row -> row.tracedBy(ONNX)));
        }
        for (String work : List.of("bert-base-128", "distilgpt2-prefill-128")) {
            all.add(most(work, "recording costs %", 10, row -> row.measurement().recordingPercent()));
        }
        for (String work : List.of("bert-base-512", "bart-large-encode-512")) {
            all.add(most(work, "recording costs %", 25, row -> row.measurement().recordingPercent()));
        }
        String torch = "torch-tokens-per-second";
        all.add(least("distilgpt2-decode", "tokens/s / torch's", 1, row -> row.untracedBy(torch)));
        all.add(least("distilgpt2-decode", "% of bandwidth", 90, Run.Row::bandwidthPercent));
        for (String work : List.of("distilgpt2-decode-f16", "distilgpt2-decode-bf16")) {
            all.add(least(work, Measurement.RATE_TO_FLOAT32, 1.6,
                    row -> row.measurement().figure(Measurement.RATE_TO_FLOAT32).orElse(Double.NaN)));
        }
        all.add(least("linear-128", "% of FMA peak", 75, Run.Row::peakPercent));
        all.add(most("cold-bert-base", "ms", 1500, row -> row.measurement().traced()));
        all.add(most("heap-bert-base", "x checkpoint", 1.3, row -> row.measurement().traced()));
        return List.copyOf(all);
    }

    private static Target most(String work, String what, double limit, ToDoubleFunction<Run.Row> reading) {
        return new Target(work, what, true, limit, reading);
    }

    private static Target least(String work, String what, double limit, ToDoubleFunction<Run.Row> reading) {
        return new Target(work, what, false, limit, reading);
    }
}
