package org.vitrine.bench;

import static org.vitrine.bench.Timing.median;
import static org.vitrine.bench.Timing.row;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;

/** Reads a pair of texts with and without a trace, the masked-word head at every position included. */
final class BertBench {
    private static final int TOKENS = 128;

    private BertBench() {
    }

    static void run(Bert model) {
        int[] ids = new SplittableRandom(1).ints(TOKENS, 0, model.config().vocabulary()).toArray();
        int[] segments = new int[TOKENS];
        Arrays.fill(segments, TOKENS / 2, TOKENS, 1);
        row("bert-base-" + TOKENS + ", everything recorded",
                median(() -> model.forward(ids, segments, Recording.everything())), "ms");
        row("bert-base-" + TOKENS + ", nothing recorded", median(() -> model.forward(ids, segments, Recorder.off())),
                "ms");
    }
}
