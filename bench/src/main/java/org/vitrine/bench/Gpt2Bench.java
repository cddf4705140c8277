package org.vitrine.bench;

import static org.vitrine.bench.Timing.median;
import static org.vitrine.bench.Timing.row;

import java.util.SplittableRandom;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.generate.Generator;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;

/** Reads texts of several lengths with and without a trace, and writes. */
record Gpt2Bench(Gpt2 model, SplittableRandom random) {
    private static final int WRITTEN = 64;

    static void run(Gpt2 model) {
        Gpt2Bench bench = new Gpt2Bench(model, new SplittableRandom(1));
        for (int tokens : new int[]{16, 128, 512}) {
            bench.read(tokens);
        }
        bench.write();
    }

    private void read(int tokens) {
        int[] ids = random.ints(tokens, 0, model.config().vocabulary()).toArray();
        row("distilgpt2-prefill-" + tokens + ", everything recorded",
                median(() -> model.forward(ids, Recording.everything())), "ms");
        row("distilgpt2-prefill-" + tokens + ", nothing recorded", median(() -> model.forward(ids, Recorder.off())),
                "ms");
    }

    private void write() {
        int[] prompt = random.ints(8, 0, model.config().vocabulary()).toArray();
        double time = median(
                () -> new Generator(Draft.of(model)).generate(prompt, WRITTEN, TokenChooser.greedy(), -1, id -> {}));
        row("distilgpt2-decode", WRITTEN / time * 1e3, "tokens/s");
    }
}
