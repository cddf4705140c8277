package org.vitrine.bench;

import static org.vitrine.bench.Timing.milliseconds;
import static org.vitrine.bench.Timing.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vitrine.transformer.bart.Bart;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.weights.ModelFiles;

/** Times work of real sizes on {@link VectorOps}: loading models, what they are for, and finding factors. */
public final class Bench {
    private final Path folder;
    private final Ops ops;

    private Bench(Path folder, Ops ops) {
        this.folder = folder;
        this.ops = ops;
    }

    /** Takes the number of threads, 0 for all processors, and the names of the work with commas between them. */
    public static void main(String[] args) throws IOException {
        int wanted = Integer.parseInt(args[0]);
        int threads = wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
        Path folder = Files.createTempDirectory("vitrine-bench");
        try {
            Bench bench = new Bench(folder, new VectorOps(threads));
            for (String work : args[1].split(",")) {
                bench.run(work);
            }
        } finally {
            delete(folder);
        }
    }

    private void run(String work) throws IOException {
        switch (work) {
            case "distilgpt2" -> {
                RandomGpt2.DISTILGPT2.write(folder);
                Gpt2Bench.run(load(work, files -> Gpt2.load(files, ops)));
            }
            case "bert-base" -> {
                RandomBert.BASE.write(folder);
                BertBench.run(load(work, files -> Bert.load(files, ops)));
            }
            case "bart-large" -> {
                RandomBart.LARGE.write(folder);
                BartBench.run(load(work, files -> Bart.load(files, ops)));
            }
            case "nmf" -> FactorsBench.run(ops);
            case "viewer" -> ViewerProcess.run(folder);
            default -> throw new IllegalArgumentException(
                    "there is no work " + work + " to time; there are distilgpt2, bert-base, bart-large, nmf, viewer");
        }
    }

    private <M> M load(String name, Function<ModelFiles, M> loader) throws IOException {
        double checkpoint = Files.size(folder.resolve("model.safetensors"));
        long before = heldBytes();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        M model = loader.apply(ModelFiles.folder(folder));
        row(name + ", load", milliseconds(start), "ms");
        row(name + ", most on the heap while loading", peak(), "GB");
        row(name + ", held on the heap / checkpoint", (heldBytes() - before) / checkpoint, "");
        return model;
    }

    /** What the collector cannot free. */
    static long heldBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most that was on the heap since the last reset, garbage included, in gigabytes. */
    static double peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e9;
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void delete(Path folder) {
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
