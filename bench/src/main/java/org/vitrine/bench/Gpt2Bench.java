package org.vitrine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.vitrine.transformer.generate.Draft;
import org.vitrine.transformer.generate.Generator;
import org.vitrine.transformer.generate.TokenChooser;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.Recording;
import org.vitrine.weights.ModelFiles;

/** Times a GPT-2 of distilgpt2's size on {@link VectorOps}: loading, reading with and without a trace, writing. */
public final class Gpt2Bench {
    private static final int WARM_UPS = 8;
    private static final int RUNS = 15;
    private static final int WRITTEN = 64;

    private final Gpt2 model;
    private final SplittableRandom random = new SplittableRandom(1);

    private Gpt2Bench(Gpt2 model) {
        this.model = model;
    }

    /** Takes the number of threads; 0 for all processors. */
    public static void main(String[] args) throws IOException {
        int wanted = Integer.parseInt(args[0]);
        int threads = wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
        Path folder = Files.createTempDirectory("vitrine-bench");
        try {
            RandomGpt2.DISTILGPT2.write(folder);
            run(folder, threads);
        } finally {
            delete(folder);
        }
    }

    private static void run(Path folder, int threads) throws IOException {
        double checkpoint = Files.size(folder.resolve("model.safetensors"));
        long before = heldBytes();
        long start = System.nanoTime();
        Gpt2 model = Gpt2.load(ModelFiles.folder(folder), new VectorOps(threads));
        row("load", milliseconds(start), "ms");
        row("held on the heap / checkpoint", (heldBytes() - before) / checkpoint, "");
        Gpt2Bench bench = new Gpt2Bench(model);
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

    static double median(Runnable work) {
        for (int i = 0; i < WARM_UPS; i++) {
            work.run();
        }
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = milliseconds(start);
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    static double milliseconds(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** What the collector cannot free. */
    static long heldBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    static void row(String work, double value, String unit) {
        System.out.println(String.format(Locale.ROOT, "%-48s %9.2f %s", work, value, unit).stripTrailing());
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
