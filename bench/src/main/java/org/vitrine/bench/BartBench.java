package org.vitrine.bench;

import static org.vitrine.bench.Timing.median;
import static org.vitrine.bench.Timing.row;

import java.util.SplittableRandom;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;

/** Encodes a text with and without a trace, and decodes a shorter one beside it. */
final class BartBench {
    private static final int READ = 128;
    private static final int WRITTEN = 32;

    private BartBench() {
    }

    static void run(Bart model) {
        SplittableRandom random = new SplittableRandom(1);
        int[] ids = random.ints(READ, 0, model.config().vocabulary()).toArray();
        int[] decoderIds = random.ints(WRITTEN, 0, model.config().vocabulary()).toArray();
        row("bart-large-encode-" + READ + ", everything recorded",
                median(() -> model.encode(ids, Recording.everything())), "ms");
        row("bart-large-encode-" + READ + ", nothing recorded", median(() -> model.encode(ids, Recorder.off())), "ms");
        row("bart-large-forward-" + READ + "-" + WRITTEN + ", everything recorded",
                median(() -> model.forward(ids, decoderIds, Recording.everything())), "ms");
        row("bart-large, most on the heap in all", Bench.peak(), "GB");
    }
}
