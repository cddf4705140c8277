package org.vitrine.bench.operations;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.vitrine.bench.RandomTensor;
import org.vitrine.transformer.tensor.Tensor;

/** The functions between the two matrices of an MLP, as wide as BERT-base's. */
public class ActivationBenchmark extends OperationBenchmark {
    /** Tokens and neurons. */
    @Param({"16x3072", "128x3072"})
    public String shape;

    private Tensor x;

    /** For JMH. */
    public ActivationBenchmark() {
    }

    @Setup
    public void makeTensors() {
        x = RandomTensor.of(1, Shapes.parse(shape, 2));
    }

    @Benchmark
    public Tensor gelu() {
        return ops.gelu(x);
    }

    @Benchmark
    public Tensor geluTanh() {
        return ops.geluTanh(x);
    }

    @Benchmark
    public Tensor relu() {
        return ops.relu(x);
    }

    @Benchmark
    public Tensor silu() {
        return ops.silu(x);
    }

    @Benchmark
    public Tensor tanh() {
        return ops.tanh(x);
    }
}
