package org.vitrine.bench.operations;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.vitrine.bench.RandomTensor;
import org.vitrine.transformer.tensor.Tensor;

/** The operations inside attention, as BERT-base has it: stacks of matrices, one a head. */
public class AttentionBenchmark extends OperationBenchmark {
    /** Heads, tokens, numbers in a head's keys. */
    @Param({"12x16x64", "12x128x64"})
    public String shape;

    private Tensor queries;
    private Tensor keys;
    private Tensor values;
    private Tensor scores;
    private Tensor pattern;

    /** For JMH. */
    public AttentionBenchmark() {
    }

    @Setup
    public void makeTensors() {
        int[] sizes = Shapes.parse(shape, 3);
        queries = RandomTensor.of(1, sizes);
        keys = RandomTensor.of(2, sizes);
        values = RandomTensor.of(3, sizes);
        scores = RandomTensor.of(4, sizes[0], sizes[1], sizes[1]);
        pattern = RandomTensor.of(5, sizes[0], sizes[1], sizes[1]);
    }

    @Benchmark
    public Tensor matmulT() {
        return ops.matmulT(queries, keys);
    }

    @Benchmark
    public Tensor scale() {
        return ops.scale(scores, 0.125f);
    }

    @Benchmark
    public Tensor causalMask() {
        return ops.causalMask(scores);
    }

    @Benchmark
    public Tensor softmax() {
        return ops.softmax(scores);
    }

    @Benchmark
    public Tensor matmul() {
        return ops.matmul(pattern, values);
    }
}
