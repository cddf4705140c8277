package org.vitrine.bench.operations;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.vitrine.bench.RandomTensor;
import org.vitrine.transformer.layer.LayerNorm;
import org.vitrine.transformer.tensor.Tensor;

/** The operations on the residual stream, as wide as BERT-base's. */
public class StreamBenchmark extends OperationBenchmark {
    /** Tokens and numbers a token. */
    @Param({"16x768", "128x768"})
    public String shape;

    private Tensor x;
    private Tensor other;
    private LayerNorm norm;

    /** For JMH. */
    public StreamBenchmark() {
    }

    @Setup
    public void makeTensors() {
        int[] sizes = Shapes.parse(shape, 2);
        x = RandomTensor.of(1, sizes);
        other = RandomTensor.of(2, sizes);
        norm = new LayerNorm(RandomTensor.of(3, sizes[1]), RandomTensor.of(4, sizes[1]), 1e-12f);
    }

    @Benchmark
    public Tensor add() {
        return ops.add(x, other);
    }

    @Benchmark
    public Tensor layerNorm() {
        return ops.layerNorm(x, norm);
    }
}
