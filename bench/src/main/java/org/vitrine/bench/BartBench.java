package org.vitrine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.weights.ModelFiles;

/** Times a BART of bart-large's size on {@link VectorOps}, everything recorded, and says how much memory it took. */
public final class BartBench {
    private static final int READ = 128;
    private static final int WRITTEN = 32;

    private BartBench() {
    }

    /** Takes the number of threads; 0 for all processors. */
    public static void main(String[] args) throws IOException {
        int wanted = Integer.parseInt(args[0]);
        int threads = wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
        Path folder = Files.createTempDirectory("vitrine-bench");
        try {
            RandomBart.BART_LARGE.write(folder);
            run(folder, threads);
        } finally {
            Gpt2Bench.delete(folder);
        }
    }

    private static void run(Path folder, int threads) {
        long before = Gpt2Bench.heldBytes();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        Bart model = Bart.load(ModelFiles.folder(folder), new VectorOps(threads));
        Gpt2Bench.row("bart-large-load", Gpt2Bench.milliseconds(start), "ms");
        Gpt2Bench.row("held on the heap", (Gpt2Bench.heldBytes() - before) / 1e9, "GB");

        SplittableRandom random = new SplittableRandom(1);
        int[] ids = random.ints(READ, 0, model.config().vocabulary()).toArray();
        int[] decoderIds = random.ints(WRITTEN, 0, model.config().vocabulary()).toArray();
        Gpt2Bench.row("bart-large-encode-128, everything recorded",
                Gpt2Bench.median(() -> model.encode(ids, Recording.everything())), "ms");
        Gpt2Bench.row("bart-large-forward-128-32, everything recorded",
                Gpt2Bench.median(() -> model.forward(ids, decoderIds, Recording.everything())), "ms");
        long peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        Gpt2Bench.row("most on the heap since loading, garbage included", peak / 1e9, "GB");
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
