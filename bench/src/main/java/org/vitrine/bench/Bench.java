package org.vitrine.bench;

import static org.vitrine.bench.Timing.milliseconds;
import static org.vitrine.bench.Timing.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vitrine.transformer.bert.Bert;
import org.vitrine.transformer.gpt2.Gpt2;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.VectorOps;
import org.vitrine.weights.ModelFiles;

/** Times a GPT-2 of distilgpt2's size and a BERT of bert-base's on {@link VectorOps}: loading, and what they are for. */
public final class Bench {
    private final Path folder;
    private final Ops ops;

    private Bench(Path folder, Ops ops) {
        this.folder = folder;
        this.ops = ops;
    }

    /** Takes the number of threads; 0 for all processors. */
    public static void main(String[] args) throws IOException {
        int wanted = Integer.parseInt(args[0]);
        int threads = wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
        Path folder = Files.createTempDirectory("vitrine-bench");
        try {
            Bench bench = new Bench(folder, new VectorOps(threads));
            RandomGpt2.DISTILGPT2.write(folder);
            Gpt2Bench.run(bench.load("distilgpt2", files -> Gpt2.load(files, bench.ops)));
            RandomBert.BASE.write(folder);
            BertBench.run(bench.load("bert-base", files -> Bert.load(files, bench.ops)));
        } finally {
            delete(folder);
        }
    }

    private <M> M load(String name, Function<ModelFiles, M> loader) throws IOException {
        double checkpoint = Files.size(folder.resolve("model.safetensors"));
        long before = heldBytes();
        long start = System.nanoTime();
        M model = loader.apply(ModelFiles.folder(folder));
        row(name + ", load", milliseconds(start), "ms");
        row(name + ", held on the heap / checkpoint", (heldBytes() - before) / checkpoint, "");
        return model;
    }

    /** What the collector cannot free. */
    private static long heldBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
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
