package org.vitrine.bench.operations;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vitrine.transformer.ops.Ops;
import org.vitrine.transformer.ops.ScalarOps;
import org.vitrine.transformer.ops.VectorOps;

/** What all have in common: who does the work, and how it is timed unless JMH's options say otherwise. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsPrepend = "--add-modules=jdk.incubator.vector")
public abstract class OperationBenchmark {
    /** {@code scalar} or {@code vector}. */
    @Param({"scalar", "vector"})
    public String backend;
    /** For {@code vector}; 0 is one a processor. */
    @Param("0")
    public int threads;

    Ops ops;

    /** For JMH. */
    protected OperationBenchmark() {
    }

    @Setup
    public void chooseBackend() {
        int processors = Runtime.getRuntime().availableProcessors();
        ops = switch (backend) {
            case "scalar" -> new ScalarOps();
            case "vector" -> new VectorOps(threads == 0 ? processors : threads);
            default -> throw new IllegalArgumentException(
                    "there is no back end " + backend + "; there are scalar and vector");
        };
    }
}
